package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.guild.Role.Look;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Roles in {@code roles}. */
final class SqlRoles {
  private static final String OF_GUILD =
      """
      select id, guild_id, name, color, hoist, hoist_position, mentionable, position, permissions,
        managed_by
      from roles
      where guild_id = ?
      order by position desc, id
      """;
  private static final String ADD =
      """
      insert into roles (id, guild_id, name, color, hoist, hoist_position, mentionable, position,
        permissions, managed_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String CHANGE =
      """
      update roles
      set name = ?, color = ?, hoist = ?, hoist_position = ?, mentionable = ?, permissions = ?
      where id = ?
      """;
  private static final String REMOVE = "delete from roles where id = ?";
  private static final String UNASSIGN = "delete from member_roles where role_id = ?";
  private static final String DROP_OVERWRITES =
      "delete from channel_overwrites where target_type = 0 and target_id = ?";
  private static final String MANAGED_BY = "select id from roles where managed_by = ?";

  private SqlRoles() {}

  static List<Role> ofGuild(Connection connection, GuildId guild) throws SQLException {
    return Sql.all(connection, OF_GUILD, SqlRoles::read, guild);
  }

  static void add(Connection connection, Role role) throws SQLException {
    Look look = role.look();
    Sql.update(
        connection,
        ADD,
        role.id(),
        role.guild(),
        look.name(),
        look.color(),
        look.hoist(),
        look.hoistPosition(),
        look.mentionable(),
        role.position(),
        role.permissions().bits(),
        role.managedBy());
  }

  static void change(Connection connection, Role after) throws SQLException {
    Look look = after.look();
    Sql.update(
        connection,
        CHANGE,
        look.name(),
        look.color(),
        look.hoist(),
        look.hoistPosition(),
        look.mentionable(),
        after.permissions().bits(),
        after.id());
  }

  static void remove(Connection connection, RoleId role) throws SQLException {
    Sql.update(connection, UNASSIGN, role);
    Sql.update(connection, DROP_OVERWRITES, role);
    Sql.update(connection, REMOVE, role);
  }

  /** In all guilds. */
  static void removeManagedBy(Connection connection, UserId bot) throws SQLException {
    var roles = Sql.all(connection, MANAGED_BY, row -> new RoleId(row.getLong("id")), bot);
    for (RoleId role : roles) {
      remove(connection, role);
    }
  }

  private static Role read(ResultSet row) throws SQLException {
    Long hoistPosition = Sql.optionalLong(row, "hoist_position");
    Long managedBy = Sql.optionalLong(row, "managed_by");
    return new Role(
        new RoleId(row.getLong("id")),
        new GuildId(row.getLong("guild_id")),
        new Look(
            Sql.text(row, "name"),
            row.getInt("color"),
            row.getBoolean("hoist"),
            hoistPosition == null ? null : hoistPosition.intValue(),
            row.getBoolean("mentionable")),
        row.getInt("position"),
        new Permissions(row.getLong("permissions")),
        managedBy == null ? null : new ApplicationId(managedBy));
  }
}
