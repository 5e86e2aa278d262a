package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.server.view.ConsentPage.Asker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a bot may do in a guild.
 *
 * @param abilities what the app asks for beside its bot
 */
public record BotReviewPage(
    Frame frame,
    Asker application,
    Person user,
    Target target,
    Wish wish,
    Abilities abilities,
    Answer answer) {

  /**
   * The guild.
   *
   * @param isThere whether the bot is a member already
   * @param elsewhere address of the page that offers other guilds; null when there is no choice
   */
  public record Target(GuildFace guild, boolean isThere, @Nullable String elsewhere) {}

  /**
   * What the bot asks for.
   *
   * @param grantable what this user may hand on in this guild
   */
  public record Wish(Permissions asked, Permissions grantable) {
    /** Groups of what is asked for and may be granted, the empty ones left out. */
    public List<Group> groups() {
      return groups(asked.and(grantable));
    }

    /** What is asked for in vain, since the user does not hold it. */
    public List<Permission> outOfReach() {
      return asked.minus(grantable).stream().toList();
    }

    private static List<Group> groups(Permissions permissions) {
      return List.of(PermissionGroup.values()).stream()
          .map(group -> new Group(group.key(), within(group, permissions)))
          .filter(group -> !group.permissions().isEmpty())
          .toList();
    }

    private static List<Permission> within(PermissionGroup group, Permissions permissions) {
      return group.permissions().stream().filter(permissions::contains).toList();
    }
  }

  /**
   * @param key of the group's name
   */
  public record Group(String key, List<Permission> permissions) {}

  /**
   * @param fresh what would be allowed anew
   * @param known what it may do as it is
   */
  public record Abilities(List<Asked> fresh, List<Asked> known) {}

  /**
   * What the answer carries.
   *
   * @param host where the browser goes next; null when it stays here
   */
  public record Answer(Decision decision, @Nullable String host) {}
}
