package com.astraof.oauth2.faults;

import com.astraof.oauth2.faults.check.Checker;
import com.astraof.oauth2.faults.check.History;
import com.astraof.oauth2.faults.check.Verdict;
import com.astraof.oauth2.faults.load.Load;
import com.astraof.oauth2.faults.load.Load.Crowd;
import com.astraof.oauth2.faults.world.Cluster;
import com.astraof.oauth2.faults.world.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Faults under load, and what the checker says of it. */
final class Run {
  private static final Duration WARM = Duration.ofSeconds(1);

  private final History history = new History();
  private final Map<String, Long> faults = new TreeMap<>();
  private final Cluster cluster;
  private final Crowd crowd;
  private final long seed;
  private long watchedFrom = System.nanoTime();

  Run(Cluster cluster, Crowd crowd, long seed) {
    this.cluster = cluster;
    this.crowd = crowd;
    this.seed = seed;
  }

  History history() {
    return history;
  }

  /** From now on. */
  void watchService() {
    watchedFrom = System.nanoTime();
  }

  /** The longest time in which nothing was acknowledged that is written. */
  Duration longestPause() {
    return history.longestPause(watchedFrom);
  }

  /** Breaks things as the work says, while everybody goes on; then looks at all there is. */
  Report of(String name, Checker checker, Consumer<Run> work) {
    long start = System.nanoTime();
    try (var load = Load.on(cluster.wires(), crowd, seed, history)) {
      pause(WARM);
      work.accept(this);
      pause(WARM);
      load.end();
      history.mended(System.nanoTime());
      load.lookAtAll();
    }
    Verdict verdict = checker.check(history);
    var lasted = Duration.ofNanos(System.nanoTime() - start);
    return new Report(name, seed, lasted, faults, history.counts(), verdict, Duration.ZERO);
  }

  void strike(Fault fault) {
    faults.merge(fault.kind(), 1L, Long::sum);
    fault.strike(cluster, Run::pause);
  }

  /** By a clock that does not jump. */
  static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
