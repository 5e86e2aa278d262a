package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.key.KeyTimetable.Turn;
import com.astraof.oauth2.core.key.SigningKeyStore.SealedKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys of this installation in memory, as they stood when the store was last asked: now
 * and then ({@link #refresh}), and when a token names a key that is not known.
 */
public final class SigningKeys {
  /** However many tokens name unknown keys, the store is not asked for them more often. */
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);

  private final KeyVault vault;
  private final KeyPolicy policy;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Known known;
  private Instant lastAsked = Instant.EPOCH;

  public SigningKeys(KeyVault vault, KeyPolicy policy) {
    this.vault = vault;
    this.policy = policy;
    this.known = read(Map.of());
  }

  /** Asks the store. A key that no master key opens is left out. */
  public void refresh() {
    asking.lock();
    try {
      known = read(known.keys());
    } finally {
      asking.unlock();
    }
  }

  /** The key that signs now. */
  public SigningKey current(Instant now) {
    Known at = known;
    return at.timetable()
        .current(now)
        .map(turn -> at.key(turn.key().id()))
        .orElseThrow(() -> new IllegalStateException("There is no signing key"));
  }

  /**
   * For how long the current key has been signing.
   *
   * @throws IllegalStateException when there is none
   */
  public Duration age(Instant now) {
    return known
        .timetable()
        .current(now)
        .map(turn -> Duration.between(turn.key().signsFrom(), now))
        .orElseThrow(() -> new IllegalStateException("There is no signing key"));
  }

  /** The key of this id, if what it signed is accepted now. */
  public Optional<SigningKey> accepted(@Nullable String id, Instant now) {
    if (id == null) {
      return Optional.empty();
    }
    if (known.turn(id).isEmpty()) {
      askFor(id, now);
    }
    Known at = known;
    return at.turn(id).filter(turn -> turn.isAcceptedAt(now)).map(turn -> at.key(id));
  }

  /** The public halves, for {@code /.well-known/jwks.json} (RFC 7517). */
  public JWKSet published(Instant now) {
    Known at = known;
    var keys = new ArrayList<JWK>();
    for (Turn turn : at.timetable().turns()) {
      if (turn.isAcceptedAt(now)) {
        keys.add(at.key(turn.key().id()).published());
      }
    }
    return new JWKSet(keys);
  }

  private void askFor(String id, Instant now) {
    asking.lock();
    try {
      boolean isTooSoon = Duration.between(lastAsked, now).abs().compareTo(BETWEEN_QUESTIONS) < 0;
      if (known.turn(id).isEmpty() && !isTooSoon) {
        lastAsked = now;
        known = read(known.keys());
      }
    } finally {
      asking.unlock();
    }
  }

  /**
   * @param opened keys that need not be opened again
   */
  private Known read(Map<String, SigningKey> opened) {
    var facts = new ArrayList<KeyFacts>();
    var keys = new HashMap<String, SigningKey>();
    for (SealedKey sealed : vault.sealed()) {
      String id = sealed.facts().id();
      Optional.ofNullable(opened.get(id))
          .or(() -> vault.open(sealed))
          .ifPresent(
              key -> {
                facts.add(sealed.facts());
                keys.put(id, key);
              });
    }
    return new Known(new KeyTimetable(facts, policy), Map.copyOf(keys));
  }

  /** All that was read at one time. */
  private record Known(KeyTimetable timetable, Map<String, SigningKey> keys) {
    Optional<Turn> turn(String id) {
      return timetable.turns().stream().filter(turn -> turn.key().id().equals(id)).findFirst();
    }

    SigningKey key(String id) {
      return Optional.ofNullable(keys.get(id)).orElseThrow();
    }
  }
}
