package com.astraof.oauth2.core.id;

import java.util.Optional;

/** A channel of a guild (contract 1.1). */
public record ChannelId(long value) {
  /** Empty for anything but the decimal form of a snowflake. */
  public static Optional<ChannelId> parse(String text) {
    return Snowflake.parse(text).map(ChannelId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
