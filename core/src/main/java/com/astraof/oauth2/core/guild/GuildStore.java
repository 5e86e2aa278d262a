package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where guilds live, with their members, roles, channels and bans. */
public interface GuildStore {
  /**
   * Writes the guild, its @everyone role with the default permissions, its channels and its owner
   * as a member: all or nothing.
   *
   * @return false, and nothing written, when the owner is in {@code most} guilds already
   */
  boolean create(Guild guild, Member owner, List<Channel> channels, int most);

  /** What the question finds in the guild; empty when there is no such guild. */
  <T> Optional<T> read(GuildId guild, Function<GuildFacts, T> question);

  /**
   * Lets the rule decide on the guild as it is and writes what it decides, before or after any
   * other change of the same guild but never amid one. The rule may run twice; it must have no
   * effect of its own.
   *
   * @return the rule's answer; empty when there is no such guild
   */
  <T> Optional<T> change(GuildId guild, Function<GuildFacts, Decision<T>> rule);

  Optional<GuildId> guildOf(ChannelId channel);

  /** Where the invite with this code leads. */
  Optional<GuildId> guildOfInvite(String code);

  /** Some of the members, by ascending id from above {@code after}. */
  List<Member> members(GuildId guild, UserId after, int limit);

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
