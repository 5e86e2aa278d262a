package com.astraof.oauth2.core.id;

import java.util.Optional;

/** A registered application; also its client_id and its bot user's id (contract 1.1). */
public record ApplicationId(long value) {
  /** Empty for anything but the decimal form of a snowflake. */
  public static Optional<ApplicationId> parse(String text) {
    return Snowflake.parse(text).map(ApplicationId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
