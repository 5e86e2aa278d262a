package com.astraof.oauth2.core.id;

import java.util.Optional;

/** A role of a guild; @everyone has its guild's id (contract 1.1). */
public record RoleId(long value) {
  /** Empty for anything but the decimal form of a snowflake. */
  public static Optional<RoleId> parse(String text) {
    return Snowflake.parse(text).map(RoleId::new);
  }

  /** The role that every member has. */
  public static RoleId everyone(GuildId guild) {
    return new RoleId(guild.value());
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
