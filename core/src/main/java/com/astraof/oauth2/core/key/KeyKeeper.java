package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.key.KeyPlan.Wanted;
import com.astraof.oauth2.core.key.KeyTimetable.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks after the signing keys: makes the next one in time, and rotates and retires by hand.
 * Several nodes and commands may do so at once: a generation is made once, and whoever comes second
 * looks again.
 */
public final class KeyKeeper {
  private final KeyVault vault;
  private final KeyPolicy policy;

  public KeyKeeper(KeyVault vault, KeyPolicy policy) {
    this.vault = vault;
    this.policy = policy;
  }

  /** The keys and their turns. */
  public KeyTimetable timetable() {
    return new KeyTimetable(vault.facts(), policy);
  }

  /** Makes the key that is due, if any; the key that was made here. */
  public Optional<KeyFacts> keep(Instant now) {
    return make(keys -> KeyPlan.due(keys, policy, now), now);
  }

  /** Makes the next key, which signs when everyone had the time to learn of it. */
  public Rotation rotate(Instant now) {
    var waiting = KeyPlan.waiting(timetable(), now).findFirst();
    if (waiting.isPresent()) {
      return new Rotation.AlreadyWaiting(waiting.get());
    }
    return new Rotation.Made(makeFrom(now.plus(KeyPolicy.PUBLISHED_AHEAD), now));
  }

  /** Makes a key that signs at once. */
  public Rotation.Made rotateNow(Instant now) {
    return new Rotation.Made(makeFrom(now, now));
  }

  /**
   * Ends a key: nothing that it signed is accepted any more. Where it was the one that signs,
   * another does from now on.
   */
  public Retirement retire(String id, Instant now) {
    var timetable = timetable();
    Turn turn =
        timetable.turns().stream()
            .filter(each -> each.key().id().equals(id))
            .findFirst()
            .orElse(null);
    if (turn == null) {
      return new Retirement.Unknown();
    }
    return switch (timetable.stateOf(turn, now)) {
      case GONE -> new Retirement.AlreadyGone(turn.key());
      case NEXT, RETIRED -> end(turn.key(), Optional.empty(), now);
      // The new one comes first: should the second step fail, there is still a key that signs.
      case CURRENT -> end(turn.key(), Optional.of(makeFrom(now, now)), now);
    };
  }

  private Retirement end(KeyFacts key, Optional<KeyFacts> successor, Instant now) {
    return vault.end(key, now)
        ? new Retirement.Retired(key, successor)
        : new Retirement.AlreadyGone(key);
  }

  /** By hand, keys are made as the one that signs; another algorithm is the policy's to bring. */
  private KeyFacts makeFrom(Instant signsFrom, Instant now) {
    SigningAlgorithm algorithm =
        timetable().current(now).map(turn -> turn.key().algorithm()).orElseGet(policy::algorithm);
    return make(keys -> Optional.of(KeyPlan.wanted(keys, algorithm, signsFrom)), now).orElseThrow();
  }

  private Optional<KeyFacts> make(
      Function<List<KeyFacts>, Optional<Wanted>> decision, Instant now) {
    while (true) {
      Wanted wanted = decision.apply(vault.facts()).orElse(null);
      if (wanted == null) {
        return Optional.empty();
      }
      if (vault.make(wanted, now)) {
        return vault.facts().stream()
            .filter(key -> key.generation() == wanted.generation())
            .findFirst();
      }
    }
  }

  /** What came of a rotation by hand. */
  public sealed interface Rotation {
    record Made(KeyFacts key) implements Rotation {}

    /** The next key is there and will take over at its time. */
    record AlreadyWaiting(KeyFacts key) implements Rotation {}
  }

  /** What came of retiring a key. */
  public sealed interface Retirement {
    /**
     * @param successor the key that was made in its place, where it was the one that signed
     */
    record Retired(KeyFacts key, Optional<KeyFacts> successor) implements Retirement {}

    record AlreadyGone(KeyFacts key) implements Retirement {}

    record Unknown() implements Retirement {}
  }
}
