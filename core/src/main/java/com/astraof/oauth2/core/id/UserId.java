package com.astraof.oauth2.core.id;

import java.util.Optional;

/** A user, a person or a bot (contract 1.1). */
public record UserId(long value) {
  /** Empty for anything but the decimal form of a snowflake. */
  public static Optional<UserId> parse(String text) {
    return Snowflake.parse(text).map(UserId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
