package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.GuildId;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a guild.
 *
 * @param parent its category; null for none
 */
public record Channel(
    long id, GuildId guild, Type type, String name, int position, @Nullable Long parent) {

  /** What it carries, with the number that travels (contract 2.8). */
  public enum Type {
    TEXT(0),
    VOICE(2),
    CATEGORY(4);

    private final int wire;

    Type(int wire) {
      this.wire = wire;
    }

    public int wire() {
      return wire;
    }
  }
}
