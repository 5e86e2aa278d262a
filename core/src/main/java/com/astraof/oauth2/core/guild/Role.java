package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import org.jspecify.annotations.Nullable;

/**
 * A role of a guild (contract 2.7).
 *
 * @param position 0 for @everyone, 1 or more for all others
 * @param managedBy whose bot it came with and leaves with; null for a role that people made
 */
public record Role(
    RoleId id,
    GuildId guild,
    Look look,
    int position,
    Permissions permissions,
    @Nullable ApplicationId managedBy) {
  private static final int LOWEST = 1;

  /** The role that every member of a new guild has. */
  public static Role everyone(GuildId guild) {
    var look = Look.named("@everyone");
    return new Role(RoleId.everyone(guild), guild, look, 0, Permissions.DEFAULT, null);
  }

  /** A role that comes with an application's bot, named after it. */
  public static Role managed(
      RoleId id, GuildId guild, String name, Permissions permissions, ApplicationId by) {
    return new Role(id, guild, Look.named(name), LOWEST, permissions, by);
  }

  /** A role that somebody makes. */
  public static Role made(RoleId id, GuildId guild, Look look, Permissions permissions) {
    return new Role(id, guild, look, LOWEST, permissions, null);
  }

  public String name() {
    return look.name();
  }

  public boolean isEveryone() {
    return id.equals(RoleId.everyone(guild));
  }

  /** Whether it ranks above the other: by position and, within one position, by age. */
  boolean isAbove(Role other) {
    return position == other.position ? id.value() < other.id.value() : position > other.position;
  }

  public Role with(Look changed) {
    return new Role(id, guild, changed, position, permissions, managedBy);
  }

  public Role with(Permissions changed) {
    return new Role(id, guild, look, position, changed, managedBy);
  }

  /**
   * How members see it.
   *
   * @param color 0 to 0xFFFFFF; 0 for none of its own
   * @param hoist whether its members are listed apart
   * @param hoistPosition where they are listed; null for by its position
   */
  public record Look(
      String name, int color, boolean hoist, @Nullable Integer hoistPosition, boolean mentionable) {
    public static Look named(String name) {
      return new Look(name, 0, false, null, false);
    }
  }
}
