package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an app asks for its bot (contract 8).
 *
 * @param permissions that it would like to have in the guild
 * @param guild where it would like to go; null when that is the user's choice
 * @param isPinned whether the page offers no other guild
 */
public record BotWish(Permissions permissions, @Nullable GuildId guild, boolean isPinned) {
  private static final int MOST_DIGITS = 100;

  static BotWish read(Parameters parameters) {
    GuildId guild = null;
    String asked = parameters.optional("guild_id").orElse(null);
    if (asked != null) {
      guild =
          GuildId.parse(asked)
              .orElseThrow(() -> new MalformedRequest("guild_id must be a snowflake."));
    }
    boolean isPinned = parameters.optional("disable_guild_select").orElse("").equals("true");
    String permissions = parameters.optional("permissions").orElse("0");
    return new BotWish(permissions(permissions), guild, isPinned && guild != null);
  }

  /** Bits without a meaning are dropped, however high they are (contract 3). */
  private static Permissions permissions(String decimal) {
    boolean isDecimal = decimal.length() <= MOST_DIGITS && decimal.matches("[0-9]+");
    if (!isDecimal) {
      throw new MalformedRequest("permissions must be a decimal number, such as 1024.");
    }
    return Permissions.known(new BigInteger(decimal).longValue());
  }

  void putInto(Map<String, String> parameters) {
    parameters.put("permissions", permissions.toString());
    if (guild != null) {
      parameters.put("guild_id", guild.toString());
    }
    if (isPinned) {
      parameters.put("disable_guild_select", "true");
    }
  }
}
