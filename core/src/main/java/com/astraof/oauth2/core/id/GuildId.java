package com.astraof.oauth2.core.id;

import java.util.Optional;

/** A guild; also its @everyone role's id (contract 1.1). */
public record GuildId(long value) {
  /** Empty for anything but the decimal form of a snowflake. */
  public static Optional<GuildId> parse(String text) {
    return Snowflake.parse(text).map(GuildId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
