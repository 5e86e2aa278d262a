package com.astraof.oauth2.core.id;

import java.util.Optional;

/** A message in a channel (contract 1.1). */
public record MessageId(long value) {
  /** Empty for anything but the decimal form of a snowflake. */
  public static Optional<MessageId> parse(String text) {
    return Snowflake.parse(text).map(MessageId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
