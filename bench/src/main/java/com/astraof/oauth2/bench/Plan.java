package com.astraof.oauth2.bench;

import com.astraof.oauth2.bench.subject.Subject;
import com.astraof.oauth2.bench.workload.Workload;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long and how often.
 *
 * @param rounds in each of which every server has its turn
 * @param heat of each workload, before the first of them is measured
 * @param warmUp with which each workload begins
 * @param connections and people
 * @param loads of which latencies are taken, as parts of what the server can do at most
 */
public record Plan(
    String name,
    int rounds,
    Duration heat,
    Duration warmUp,
    Duration measured,
    int connections,
    List<Double> loads,
    Set<Workload> workloads) {
  private static final Set<Workload> ALL = EnumSet.allOf(Workload.class);

  /** For figures that one may quote, on a machine that does nothing else. */
  public static final Plan FULL =
      new Plan(
          "full",
          3,
          Duration.ofSeconds(10),
          Duration.ofSeconds(3),
          Duration.ofSeconds(10),
          64,
          List.of(0.1, 0.25, 0.5, 0.75, 0.9),
          ALL);

  /** For a first impression. */
  public static final Plan SHORT =
      new Plan(
          "short",
          2,
          Duration.ofSeconds(6),
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          64,
          List.of(0.25, 0.5),
          ALL);

  /** Long enough for wrong answers under load; its times say nothing. */
  public static final Plan SMOKE =
      new Plan(
          "smoke",
          1,
          Duration.ZERO,
          Duration.ofMillis(300),
          Duration.ofMillis(700),
          16,
          List.of(0.5),
          ALL);

  public Plan {
    loads = List.copyOf(loads);
    workloads = Set.copyOf(workloads);
  }

  Plan only(Set<Workload> some) {
    return new Plan(name, rounds, heat, warmUp, measured, connections, loads, some);
  }

  /** Whether this is measured of a server that can do it. */
  boolean has(Workload workload, Subject subject) {
    return workloads.contains(workload) && subject.workloads().contains(workload);
  }

  static Optional<Plan> named(String name) {
    return Stream.of(FULL, SHORT, SMOKE).filter(plan -> plan.name().equals(name)).findFirst();
  }
}
