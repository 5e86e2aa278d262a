package com.astraof.oauth2.faults;

import com.astraof.oauth2.faults.check.Checker;
import com.astraof.oauth2.faults.load.Load.Crowd;
import com.astraof.oauth2.faults.world.Cluster;
import com.astraof.oauth2.faults.world.Fault;
import com.astraof.oauth2.faults.world.Program;
import com.astraof.oauth2.faults.world.Schedule;
import java.time.Duration;

/** The runs that there are. */
final class Trials {
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
}
