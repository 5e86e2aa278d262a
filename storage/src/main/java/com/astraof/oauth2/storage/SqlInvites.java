package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Invite;
import com.astraof.oauth2.core.guild.Invite.Terms;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Invites in {@code invites}. */
final class SqlInvites {
  private static final String FIND =
      """
      select code, channel_id, inviter_id, max_uses, uses, temporary, created_at, expires_at
      from invites
      where guild_id = ? and code = ?
      """;
  private static final String COUNT =
      """
      select count(*) as invites from invites
      where guild_id = ? and (expires_at is null or expires_at > ?)
        and (max_uses = 0 or uses < max_uses)
      """;
  private static final String GUILD_OF = "select guild_id from invites where code = ?";
  private static final String ADD =
      """
      insert into invites (code, guild_id, channel_id, inviter_id, max_uses, uses, temporary,
        created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String USE = "update invites set uses = uses + 1 where code = ?";

  private SqlInvites() {}

  static Optional<Invite> find(Connection connection, GuildId guild, String code)
      throws SQLException {
    return Sql.one(connection, FIND, SqlInvites::read, guild, code);
  }

  static int count(Connection connection, GuildId guild, Instant now) throws SQLException {
    return Sql.one(connection, COUNT, row -> row.getInt("invites"), guild, now).orElseThrow();
  }

  static Optional<GuildId> guildOf(Connection connection, String code) throws SQLException {
    return Sql.one(connection, GUILD_OF, row -> new GuildId(row.getLong("guild_id")), code);
  }

  static void add(Connection connection, GuildId guild, Invite invite) throws SQLException {
    Terms terms = invite.terms();
    Instant expiresAt = terms.maxAge().isZero() ? null : invite.createdAt().plus(terms.maxAge());
    Sql.update(
        connection,
        ADD,
        invite.code(),
        guild,
        invite.channel(),
        invite.inviter(),
        terms.maxUses(),
        invite.uses(),
        terms.temporary(),
        invite.createdAt(),
        expiresAt);
  }

  static void use(Connection connection, String code) throws SQLException {
    Sql.update(connection, USE, code);
  }

  private static Invite read(ResultSet row) throws SQLException {
    Instant createdAt = Sql.instant(row, "created_at");
    Instant expiresAt = Sql.optionalInstant(row, "expires_at");
    var maxAge = expiresAt == null ? Duration.ZERO : Duration.between(createdAt, expiresAt);
    return new Invite(
        Sql.text(row, "code"),
        new ChannelId(row.getLong("channel_id")),
        new UserId(row.getLong("inviter_id")),
        new Terms(row.getInt("max_uses"), maxAge, row.getBoolean("temporary")),
        createdAt,
        row.getInt("uses"));
  }
}
