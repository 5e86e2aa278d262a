package com.astraof.oauth2.core.key;

import java.time.Duration;
import java.util.Optional;

/**
 * How signing keys take turns.
 *
 * @param algorithm of the keys that are made from now on
 * @param rotation how long a key signs; empty to have it sign until it is rotated by hand
 * @param tokenLifetime how long what it signed may be valid
 */
public record KeyPolicy(
    SigningAlgorithm algorithm, Optional<Duration> rotation, Duration tokenLifetime) {
  /**
   * How long a key is published before it signs: far longer than anyone is told to cache the key
   * set.
   */
  public static final Duration PUBLISHED_AHEAD = Duration.ofDays(1);

  /** How far the clocks of those who sign and those who verify may be apart. */
  static final Duration SKEW = Duration.ofMinutes(5);

  /** How long a key is kept after it has signed for the last time. */
  Duration kept() {
    return tokenLifetime.plus(SKEW);
  }
}
