package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.id.UserId;
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
  public Outcome create(UserId owner, String name, boolean withFeatures, Instant now) {
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      String message = "A guild's name has 1 to " + LONGEST_NAME + " characters.";
      return new Outcome.Refused(new FieldProblem("name", message));
    }
    GuildId id = snowflakes.newGuild();
    var text = new Channel(snowflakes.next(), id, Channel.Type.CATEGORY, "Text Channels", 0, null);
    var voice =
        new Channel(snowflakes.next(), id, Channel.Type.CATEGORY, "Voice Channels", 1, null);
    var general = new Channel(snowflakes.next(), id, Channel.Type.TEXT, "general", 0, text.id());
    var lounge = new Channel(snowflakes.next(), id, Channel.Type.VOICE, "General", 0, voice.id());
    List<String> features = withFeatures ? Guild.FEATURES : List.of();
    var guild = new Guild(id, name, owner, general.id(), features, now);
    return store.create(guild, List.of(text, voice, general, lounge), MOST_PER_USER)
        ? new Outcome.Created(guild)
        : new Outcome.TooMany(MOST_PER_USER);
  }

  /** Founded, or why not. */
  public sealed interface Outcome {
    record Created(Guild guild) implements Outcome {}

    record Refused(FieldProblem problem) implements Outcome {}

    /** The user is in as many guilds as one may be. */
    record TooMany(int most) implements Outcome {}
  }
}
