package com.astraof.oauth2.core.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which key signs when, and until when what it signed is accepted. All of it follows from what is
 * stored, so that no key changes its state by a write and every node comes to the same answer.
 */
public final class KeyTimetable {
  private static final Comparator<KeyFacts> ORDER =
      Comparator.comparing(KeyFacts::signsFrom).thenComparingInt(KeyFacts::generation);

  private final List<Turn> turns;

  public KeyTimetable(List<KeyFacts> keys, KeyPolicy policy) {
    var ordered = keys.stream().sorted(ORDER).toList();
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < ordered.size(); i++) {
      Instant until = successor(ordered.subList(i + 1, ordered.size()));
      turns.add(new Turn(ordered.get(i), until, plus(until, policy.kept())));
    }
    this.turns = List.copyOf(turns);
  }

  /** In the order of their turns. */
  public List<Turn> turns() {
    return turns;
  }

  /**
   * The key that signs; empty while there is none that may. Before all turns, should the clock have
   * been turned back, it is the first.
   */
  public Optional<Turn> current(Instant now) {
    var living = turns.stream().filter(turn -> !turn.key().isEnded()).toList();
    return living.stream()
        .filter(turn -> !turn.key().signsFrom().isAfter(now))
        .reduce((_, later) -> later)
        .or(() -> living.stream().findFirst());
  }

  public KeyState stateOf(Turn turn, Instant now) {
    if (turn.key().isEnded()) {
      return KeyState.GONE;
    }
    if (current(now).filter(turn::equals).isPresent()) {
      return KeyState.CURRENT;
    }
    if (turn.key().signsFrom().isAfter(now)) {
      return KeyState.NEXT;
    }
    return turn.isAcceptedAt(now) ? KeyState.RETIRED : KeyState.GONE;
  }

  private static Instant successor(List<KeyFacts> later) {
    return later.stream()
        .filter(KeyFacts::everSigns)
        .map(KeyFacts::signsFrom)
        .findFirst()
        .orElse(Instant.MAX);
  }

  private static Instant plus(Instant instant, Duration duration) {
    return instant.equals(Instant.MAX) ? instant : instant.plus(duration);
  }

  /**
   * One key's turn.
   *
   * @param signsUntil when the next one takes over; {@link Instant#MAX} while none is to
   * @param keptUntil until when what it signed is accepted
   */
  public record Turn(KeyFacts key, Instant signsUntil, Instant keptUntil) {
    /** Whether the key is published, and what it signed accepted; before its turn as well. */
    boolean isAcceptedAt(Instant now) {
      return !key.isEnded() && now.isBefore(keptUntil);
    }
  }
}
