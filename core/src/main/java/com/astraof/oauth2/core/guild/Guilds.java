package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MAX_GUILDS;
import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.guild.Channel.Place;
import com.astraof.oauth2.core.guild.GuildStore.Membership;
import com.astraof.oauth2.core.guild.Member.Joining;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Guilds as a whole: founded, looked at, changed and deleted. */
public final class Guilds {
  /** How many guilds one user may be in. */
  static final int MOST_PER_USER = 100;

  private final GuildStore store;
  private final GuildDoor door;
  private final Snowflakes snowflakes;

  public Guilds(GuildStore store, Snowflakes snowflakes) {
    this.store = store;
    this.door = new GuildDoor(store);
    this.snowflakes = snowflakes;
  }

  /** A guild as contract 2.5 describes a new one, with its owner as the first member. */
  public GuildOutcome<Guild> create(User owner, String name, boolean withFeatures, Instant now) {
    var problem = new GuildWish.Rename(name).problem();
    if (problem.isPresent()) {
      return new GuildOutcome.Invalid<>(List.of(problem.get()));
    }
    GuildId id = snowflakes.newGuild();
    Channel text = channel(id, Channel.Type.CATEGORY, "Text Channels", new Place(0, null));
    Channel voice = channel(id, Channel.Type.CATEGORY, "Voice Channels", new Place(1, null));
    Channel general = channel(id, Channel.Type.TEXT, "general", new Place(0, text.id()));
    Channel lounge = channel(id, Channel.Type.VOICE, "General", new Place(0, voice.id()));
    List<String> features = withFeatures ? Guild.FEATURES : List.of();
    var guild = new Guild(id, name, null, owner.id(), general.id(), features, now);
    var founder = Member.newcomer(owner, new Joining(now, null, null, null));
    return store.create(guild, founder, List.of(text, voice, general, lounge), MOST_PER_USER)
        ? GuildOutcome.done(guild)
        : GuildOutcome.refused(MAX_GUILDS);
  }

  private Channel channel(GuildId guild, Channel.Type type, String name, Place place) {
    return Channel.plain(snowflakes.newChannel(), guild, type, name, place);
  }

  /** The guild, for its members. */
  public GuildOutcome<Membership> find(GuildId guild, UserId caller) {
    return door.read(guild, caller, insider -> GuildOutcome.done(membership(insider)));
  }

  /** All of the wishes, or none; with MANAGE_GUILD. */
  public GuildOutcome<Membership> edit(GuildId guild, UserId caller, List<GuildWish> wishes) {
    var problems = wishes.stream().map(GuildWish::problem).flatMap(Optional::stream).toList();
    return problems.isEmpty()
        ? door.change(guild, caller, by -> edited(by, wishes))
        : new GuildOutcome.Invalid<>(problems);
  }

  private static Decision<GuildOutcome<Membership>> edited(Insider by, List<GuildWish> wishes) {
    if (!by.may(Permission.MANAGE_GUILD)) {
      return Decision.refused(MISSING_PERMISSIONS);
    }
    Guild after = by.facts().guild();
    for (GuildWish wish : wishes) {
      after = wish.applyTo(after);
    }
    return Decision.done(membership(after, by), new GuildEdit.ChangeGuild(after));
  }

  /** With all that belongs to it; for its owner alone. */
  public GuildOutcome<Guild> delete(GuildId id, UserId caller, Act act) {
    return door.change(
        id,
        caller,
        by -> {
          Guild guild = by.facts().guild();
          var event = AuditEvent.guild(Event.GUILD_DELETED, caller, null, id, act);
          return by.standing().isOwner()
              ? Decision.done(guild, new GuildEdit.DeleteGuild(), new GuildEdit.Note(event))
              : Decision.refused(MISSING_PERMISSIONS);
        });
  }

  private static Membership membership(Insider insider) {
    return membership(insider.facts().guild(), insider);
  }

  private static Membership membership(Guild guild, Insider insider) {
    var standing = insider.standing();
    return new Membership(guild, standing.isOwner(), standing.inGuild(), 0);
  }
}
