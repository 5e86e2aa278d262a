package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MAX_GUILDS;
import static com.astraof.oauth2.core.guild.GuildRefusal.MAX_GUILD_MEMBERS;
import static com.astraof.oauth2.core.guild.GuildRefusal.USER_BANNED_FROM_GUILD;

import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.Optional;

/** Whether one more member may come into a guild, whichever way they come. */
final class Admission {
  private static final int MOST_MEMBERS = 10_000;

  private Admission() {}

  static Optional<GuildRefusal> refusal(GuildFacts facts, UserId user, Instant now) {
    return refusalOfBot(facts, user, now)
        .or(
            () ->
                facts.guildsOf(user) >= Guilds.MOST_PER_USER
                    ? Optional.of(MAX_GUILDS)
                    : Optional.empty());
  }

  /** A bot may be in any number of guilds. */
  static Optional<GuildRefusal> refusalOfBot(GuildFacts facts, UserId bot, Instant now) {
    if (facts.isBanned(bot, now)) {
      return Optional.of(USER_BANNED_FROM_GUILD);
    }
    return facts.memberCount() >= MOST_MEMBERS ? Optional.of(MAX_GUILD_MEMBERS) : Optional.empty();
  }
}
