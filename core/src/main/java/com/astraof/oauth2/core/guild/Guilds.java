package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.guild.Channel.Place;
import com.astraof.oauth2.core.guild.Member.Joining;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.time.Instant;
import java.util.List;

/** Founds guilds. */
public final class Guilds {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_PER_USER = 100;

  private final GuildStore store;
  private final Snowflakes snowflakes;

  public Guilds(GuildStore store, Snowflakes snowflakes) {
    this.store = store;
    this.snowflakes = snowflakes;
  }

  /** A guild as contract 2.5 describes a new one, with its owner as the first member. */
  public Outcome create(User owner, String name, boolean withFeatures, Instant now) {
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      String message = "A guild's name has 1 to " + LONGEST_NAME + " characters.";
      return new Outcome.Refused(new FieldProblem("name", message));
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
        ? new Outcome.Created(guild)
        : new Outcome.TooMany(MOST_PER_USER);
  }

  private Channel channel(GuildId guild, Channel.Type type, String name, Place place) {
    return Channel.plain(snowflakes.newChannel(), guild, type, name, place);
  }

  /** Founded, or why not. */
  public sealed interface Outcome {
    record Created(Guild guild) implements Outcome {}

    record Refused(FieldProblem problem) implements Outcome {}

    /** The user is in as many guilds as one may be. */
    record TooMany(int most) implements Outcome {}
  }
}
