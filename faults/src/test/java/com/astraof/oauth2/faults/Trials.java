package com.astraof.oauth2.faults;

import com.astraof.oauth2.faults.check.Checker;
import com.astraof.oauth2.faults.load.Load.Crowd;
import com.astraof.oauth2.faults.world.Cluster;
import com.astraof.oauth2.faults.world.Fault;
import com.astraof.oauth2.faults.world.Fault.FailedOver;
import com.astraof.oauth2.faults.world.Fault.NodeReplaced;
import com.astraof.oauth2.faults.world.Program;
import com.astraof.oauth2.faults.world.Schedule;
import java.time.Duration;

/** The runs that there are. */
final class Trials {
  private static final Duration AFTER_A_CHANGE = Duration.ofMillis(1_500);

  private Trials() {}

  /** At least one round of everything, and more until the time is up. */
  static Report embedded(Program program, Crowd crowd, long seed, Duration time) {
    try (var cluster = Cluster.embedded(program)) {
      return run("One node, SQLite", cluster, Schedule.embedded(seed), crowd, seed, time);
    }
  }

  /** The same on PostgreSQL. */
  static Report onPostgres(Program program, Crowd crowd, long seed, Duration time) {
    try (var cluster = Cluster.onPostgres(program)) {
      return run("Two nodes, PostgreSQL", cluster, Schedule.onPostgres(seed), crowd, seed, time);
    }
  }

  private static Report run(
      String name, Cluster cluster, Schedule schedule, Crowd crowd, long seed, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return new Run(cluster, crowd, seed)
        .of(
            name,
            Checker.ofFaults(),
            run -> {
              do {
                for (Fault fault : schedule.round()) {
                  run.strike(fault);
                  Run.pause(schedule.calm());
                }
              } while (System.nanoTime() < end);
            });
  }

  /** The primary dies, and its standby takes over: how long nothing could be written. */
  static Report failover(Program program, Crowd crowd, long seed) {
    try (var cluster = Cluster.onPair(program)) {
      var run = new Run(cluster, crowd, seed);
      return run.of(
              "Two nodes, PostgreSQL with a synchronous standby",
              Checker.ofFaults(),
              it -> {
                it.watchService();
                it.strike(new FailedOver());
                Run.pause(AFTER_A_CHANGE);
              })
          .with(run.longestPause());
    }
  }

  /** Each node is replaced in turn by one of the other program, as nobody should notice. */
  static Report rolling(Program before, Program after, Crowd crowd, long seed) {
    try (var cluster = Cluster.onPostgres(before)) {
      return new Run(cluster, crowd, seed)
          .of(
              "Two nodes, PostgreSQL, replaced one after the other",
              Checker.ofMaintenance(),
              it -> {
                for (int node = 0; node < cluster.nodes().size(); node++) {
                  it.strike(new NodeReplaced(node, after));
                  Run.pause(AFTER_A_CHANGE);
                }
              });
    }
  }
}
