package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.MessageId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a guild (contract 2.8).
 *
 * @param lastMessage null while there is none
 */
public record Channel(
    ChannelId id,
    GuildId guild,
    Type type,
    About about,
    Place place,
    List<Overwrite> overwrites,
    @Nullable MessageId lastMessage) {
  public Channel {
    overwrites = List.copyOf(overwrites);
  }

  /** A channel that nothing was said in yet, with the guild's own permissions. */
  public static Channel plain(ChannelId id, GuildId guild, Type type, String name, Place place) {
    return new Channel(id, guild, type, About.named(name), place, List.of(), null);
  }

  /**
   * What members read of it.
   *
   * @param url where a link leads; null for all other types
   */
  public record About(String name, @Nullable String topic, boolean nsfw, @Nullable String url) {
    public static About named(String name) {
      return new About(name, null, false, null);
    }
  }

  /**
   * Where it stands in the list.
   *
   * @param parent its category; null for none
   */
  public record Place(int position, @Nullable ChannelId parent) {}

  /** What it carries, with the number that travels. */
  public enum Type {
    TEXT(0),
    VOICE(2),
    CATEGORY(4),
    LINK(998);

    private final int wire;

    Type(int wire) {
      this.wire = wire;
    }

    public static Optional<Type> of(int wire) {
      for (Type type : values()) {
        if (type.wire == wire) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }

    public int wire() {
      return wire;
    }
  }
}
