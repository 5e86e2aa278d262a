package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Ban;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Bans in {@code bans}. */
final class SqlBans {
  private static final String HOLDS =
      """
      select 1 from bans
      where guild_id = ? and user_id = ? and (until is null or until > ?)
      """;
  private static final String ADD =
      """
      insert into bans (guild_id, user_id, banned_by, reason, banned_at, until)
      values (?, ?, ?, ?, ?, ?)
      on conflict (guild_id, user_id) do update
      set banned_by = excluded.banned_by, reason = excluded.reason,
        banned_at = excluded.banned_at, until = excluded.until
      """;
  private static final String LIFT = "delete from bans where guild_id = ? and user_id = ?";

  private SqlBans() {}

  static boolean hold(Connection connection, GuildId guild, UserId user, Instant now)
      throws SQLException {
    return Sql.one(connection, HOLDS, row -> true, guild, user, now).isPresent();
  }

  static void add(Connection connection, GuildId guild, Ban ban) throws SQLException {
    Sql.update(connection, ADD, guild, ban.user(), ban.by(), ban.reason(), ban.at(), ban.until());
  }

  static void lift(Connection connection, GuildId guild, UserId user) throws SQLException {
    Sql.update(connection, LIFT, guild, user);
  }
}
