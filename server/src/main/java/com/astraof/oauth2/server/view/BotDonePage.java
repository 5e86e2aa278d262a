package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.guild.Permission;
import java.util.List;

/**
 * Says that a bot is in a guild now.
 *
 * @param permissions what it may do there beyond what everyone may
 */
public record BotDonePage(
    Frame frame, String application, GuildFace guild, List<Permission> permissions) {
  public BotDonePage {
    application = Shown.text(application);
    permissions = List.copyOf(permissions);
  }
}
