package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildStore.Membership;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.server.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Guilds as they travel: contract 2.5. */
public final class GuildJson {
  private GuildJson() {}

  /** For members and bots. */
  static ObjectNode whole(Guild guild, Permissions permissions) {
    var json = Json.object().put("id", guild.id().toString()).put("name", guild.name());
    json.put("icon", guild.icon());
    for (String picture : new String[] {"banner", "splash", "embed_splash"}) {
      json.putNull(picture).putNull(picture + "_width").putNull(picture + "_height");
    }
    json.put("splash_card_alignment", 0).putNull("vanity_url_code");
    json.put("owner_id", guild.owner().toString());
    var systemChannel = guild.systemChannel();
    json.put("system_channel_id", systemChannel == null ? null : systemChannel.toString());
    json.put("system_channel_flags", 0).putNull("rules_channel_id");
    json.putNull("afk_channel_id").put("afk_timeout", 0);
    putFeatures(json, guild);
    json.put("verification_level", 0).put("mfa_level", 0).put("nsfw_level", 0);
    json.put("explicit_content_filter", 0).put("default_message_notifications", 0);
    json.put("disabled_operations", 0);
    return json.put("permissions", permissions.toString());
  }

  /** For the app whose bot is in it: without anyone's permissions. */
  public static ObjectNode described(Guild guild) {
    var json = whole(guild, Permissions.NONE);
    json.remove("permissions");
    return json;
  }

  /** For apps with {@code guilds}: what the user is in, and no more of it than needed. */
  static ObjectNode forApp(Membership membership) {
    Guild guild = membership.guild();
    var json = Json.object().put("id", guild.id().toString()).put("name", guild.name());
    json.put("icon", guild.icon()).putNull("banner").put("owner", membership.isOwner());
    json.put("permissions", membership.permissions().toString());
    putFeatures(json, guild);
    return json;
  }

  private static void putFeatures(ObjectNode json, Guild guild) {
    var features = json.putArray("features");
    guild.features().forEach(features::add);
  }
}
