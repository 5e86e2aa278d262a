package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.key.KeyTimetable.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides which key has to be made. Pure: the same keys at the same time ask for the same. */
public final class KeyPlan {
  private KeyPlan() {}

  /** The key that is missing now, if any; when it has been made, nothing is. */
  public static Optional<Wanted> due(List<KeyFacts> keys, KeyPolicy policy, Instant now) {
    var timetable = new KeyTimetable(keys, policy);
    Turn current = timetable.current(now).orElse(null);
    if (current == null || !now.isBefore(current.signsUntil())) {
      return Optional.of(wanted(keys, policy.algorithm(), now));
    }
    Instant soonest = now.plus(KeyPolicy.PUBLISHED_AHEAD);
    if (current.key().algorithm() != policy.algorithm()
        && waiting(timetable, now).noneMatch(key -> key.algorithm() == policy.algorithm())) {
      return Optional.of(wanted(keys, policy.algorithm(), soonest));
    }
    return policy
        .rotation()
        .map(period -> later(soonest, current.key().signsFrom().plus(period)))
        .filter(turn -> !turn.isAfter(soonest))
        .filter(turn -> waiting(timetable, now).allMatch(key -> key.signsFrom().isAfter(turn)))
        .map(turn -> wanted(keys, policy.algorithm(), turn));
  }

  /** The next key, to sign from then on. */
  static Wanted wanted(List<KeyFacts> keys, SigningAlgorithm algorithm, Instant signsFrom) {
    int last = keys.stream().mapToInt(KeyFacts::generation).max().orElse(0);
    return new Wanted(last + 1, algorithm, signsFrom);
  }

  /** Keys whose turn is to come. */
  static Stream<KeyFacts> waiting(KeyTimetable timetable, Instant now) {
    return timetable.turns().stream()
        .filter(turn -> timetable.stateOf(turn, now) == KeyState.NEXT)
        .map(Turn::key);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** A key to be made. */
  public record Wanted(int generation, SigningAlgorithm algorithm, Instant signsFrom) {}
}
