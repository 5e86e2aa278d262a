package com.astraof.oauth2.core.id;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shape of a snowflake: 42 bits of milliseconds since 2015, 10 bits of node, 12 bits of
 * sequence (contract 1.1).
 */
public final class Snowflake {
  /** 2015-01-01T00:00:00Z in milliseconds of the Unix epoch. */
  public static final long EPOCH = 1_420_070_400_000L;

  static final int NODE_BITS = 10;
  static final int SEQUENCE_BITS = 12;
  private static final int TIME_SHIFT = NODE_BITS + SEQUENCE_BITS;
  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

  private Snowflake() {}

  /**
   * Empty unless the text is the one decimal spelling of a number of 63 bits: no sign, spaces or
   * leading zeros.
   */
  public static Optional<Long> parse(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** When the id was made, to the millisecond. */
  public static Instant createdAt(long snowflake) {
    return Instant.ofEpochMilli((snowflake >>> TIME_SHIFT) + EPOCH);
  }

  /** The least snowflake that can be made at this instant. */
  public static long firstAt(Instant instant) {
    return Math.max(0, instant.toEpochMilli() - EPOCH) << TIME_SHIFT;
  }

  static long of(long millis, int node, int sequence) {
    return (millis - EPOCH) << TIME_SHIFT | (long) node << SEQUENCE_BITS | sequence;
  }
}
