package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MAX_GUILD_CHANNELS;
import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_MEMBER;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_ROLE;

import com.astraof.oauth2.core.guild.Channel.Place;
import com.astraof.oauth2.core.guild.Overwrite.Target;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The channels of a guild. Which ones a member may view is asked anew each time. */
public final class Channels {
  private static final int MOST = 500;
  private static final int MOST_IN_CATEGORY = 50;

  private final GuildDoor door;
  private final Snowflakes snowflakes;

  public Channels(GuildStore store, Snowflakes snowflakes) {
    this.door = new GuildDoor(store);
    this.snowflakes = snowflakes;
  }

  /** Those that the caller may view, in the order of their places. */
  public GuildOutcome<List<Channel>> list(GuildId guild, UserId caller) {
    return door.read(
        guild,
        caller,
        insider ->
            GuildOutcome.done(
                insider.facts().channels().stream()
                    .filter(channel -> insider.standing().may(Permission.VIEW_CHANNEL, channel))
                    .toList()));
  }

  /** For who may view it. */
  public GuildOutcome<Channel> find(ChannelId id, UserId caller) {
    return door.read(id, caller, (_, channel) -> GuildOutcome.done(channel));
  }

  /**
   * With MANAGE_CHANNELS. Its overwrites allow and deny only what the creator holds, to roles and
   * members that there are.
   */
  public GuildOutcome<Channel> create(GuildId guild, UserId caller, NewChannel wish) {
    var problems = wish.problems();
    ChannelId id = snowflakes.newChannel();
    return problems.isEmpty()
        ? door.change(guild, caller, by -> created(by, id, wish))
        : new GuildOutcome.Invalid<>(problems);
  }

  private static Decision<GuildOutcome<Channel>> created(
      Insider by, ChannelId id, NewChannel wish) {
    if (!isCategory(wish.parent(), by.facts())) {
      return Decision.only(
          GuildOutcome.invalid("parent_id", "There is no such category in this guild."));
    }
    return refusal(by, wish)
        .<Decision<GuildOutcome<Channel>>>map(Decision::refused)
        .orElseGet(() -> placed(by.facts(), id, wish));
  }

  private static boolean isCategory(@Nullable ChannelId parent, GuildFacts facts) {
    return parent == null
        || facts.channel(parent).filter(found -> found.type() == Channel.Type.CATEGORY).isPresent();
  }

  private static Optional<GuildRefusal> refusal(Insider by, NewChannel wish) {
    Permissions touched = Permissions.NONE;
    for (Overwrite overwrite : wish.overwrites()) {
      var unknown = unknown(overwrite.target(), by.facts());
      if (unknown.isPresent()) {
        return unknown;
      }
      touched = touched.or(overwrite.allow()).or(overwrite.deny());
    }
    return by.may(Permission.MANAGE_CHANNELS) && by.standing().inGuild().containsAll(touched)
        ? Optional.empty()
        : Optional.of(MISSING_PERMISSIONS);
  }

  private static Optional<GuildRefusal> unknown(Target target, GuildFacts facts) {
    return switch (target) {
      case Target.OfRole(var role) when facts.role(role).isEmpty() -> Optional.of(UNKNOWN_ROLE);
      case Target.OfMember(var user) when facts.member(user).isEmpty() ->
          Optional.of(UNKNOWN_MEMBER);
      case Target.OfRole _, Target.OfMember _ -> Optional.empty();
    };
  }

  /** After all others of its category. */
  private static Decision<GuildOutcome<Channel>> placed(
      GuildFacts facts, ChannelId id, NewChannel wish) {
    var all = facts.channels();
    var parent = wish.parent();
    var siblings =
        all.stream().filter(one -> Objects.equals(one.place().parent(), parent)).toList();
    if (all.size() >= MOST || (parent != null && siblings.size() >= MOST_IN_CATEGORY)) {
      return Decision.refused(MAX_GUILD_CHANNELS);
    }
    int position = 1 + siblings.stream().mapToInt(one -> one.place().position()).max().orElse(-1);
    var channel =
        new Channel(
            id,
            facts.guild().id(),
            wish.type(),
            wish.about(),
            new Place(position, parent),
            wish.overwrites(),
            null);
    return Decision.done(channel, new GuildEdit.AddChannel(channel));
  }
}
