package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where guilds live, with their members, roles and channels. */
public interface GuildStore {
  /**
   * Writes the guild, its @everyone role with the default permissions, its channels and its owner
   * as a member: all or nothing.
   *
   * @return false, and nothing written, when the owner is in {@code most} guilds already
   */
  boolean create(Guild guild, List<Channel> channels, int most);

  /** The guilds the user is in, by ascending id. */
  List<Membership> guildsOf(UserId user, Page page);

  /**
   * Which part of a list: at most {@code limit}, ids strictly between the bounds. With {@code
   * before} alone the nearest ones below it.
   *
   * @param withCounts whether members are to be counted
   */
  record Page(int limit, @Nullable GuildId before, @Nullable GuildId after, boolean withCounts) {
    /** The first so many. */
    public static Page first(int limit) {
      return new Page(limit, null, null, false);
    }
  }

  /**
   * One user in one guild.
   *
   * @param permissions in the guild as a whole
   * @param members how many members the guild has; 0 unless the page asked for counts
   */
  record Membership(Guild guild, boolean isOwner, Permissions permissions, int members) {}
}
