package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.Member.Joining;
import com.astraof.oauth2.core.guild.Member.Restraints;
import com.astraof.oauth2.core.guild.Member.Way;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members in {@code members}, their roles in {@code member_roles}. */
final class SqlMembers {
  private static final String SELECT =
      """
      select m.nick, m.joined_at, m.join_source, m.inviter_id, m.invite_code, m.mute, m.deaf,
        m.timed_out_until, u.id, u.username, u.discriminator, u.global_name, u.avatar, u.banner,
        u.bio, u.pronouns, u.language, u.email, u.email_verified, u.bot, u.created_at, u.password_changed_at,
        u.version
      from members m join users u on u.id = m.user_id
      where m.guild_id = ?
      """;
  private static final String FIND = SELECT + "and m.user_id = ?";
  private static final String PAGE = SELECT + "and m.user_id > ? order by m.user_id limit ?";
  private static final String COUNT = "select count(*) as members from members where guild_id = ?";
  private static final String GUILDS_OF =
      "select count(*) as guilds from members where user_id = ?";
  private static final String ROLES_OF =
      "select user_id, role_id from member_roles where guild_id = ? and user_id = ?";
  private static final String ROLES_BETWEEN =
      """
      select user_id, role_id from member_roles
      where guild_id = ? and user_id between ? and ?
      """;
  private static final String ADD =
      """
      insert into members (guild_id, user_id, joined_at, join_source, inviter_id, invite_code, nick,
        mute, deaf, timed_out_until)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String CHANGE =
      """
      update members
      set nick = ?, mute = ?, deaf = ?, timed_out_until = ?
      where guild_id = ? and user_id = ?
      """;
  private static final String REMOVE = "delete from members where guild_id = ? and user_id = ?";
  private static final String ADD_ROLE =
      "insert into member_roles (user_id, guild_id, role_id) values (?, ?, ?)";
  private static final String DROP_ROLES =
      "delete from member_roles where guild_id = ? and user_id = ?";
  private static final String DROP_OVERWRITES =
      """
      delete from channel_overwrites
      where target_type = 1 and target_id = ?
        and channel_id in (select id from channels where guild_id = ?)
      """;
  private static final String REMOVE_EVERYWHERE = "delete from members where user_id = ?";
  private static final String DROP_ROLES_EVERYWHERE = "delete from member_roles where user_id = ?";

  private SqlMembers() {}

  static Optional<Member> find(Connection connection, GuildId guild, UserId user)
      throws SQLException {
    var roles = roles(connection, ROLES_OF, guild, user);
    return Sql.one(connection, FIND, row -> read(row, roles), guild, user);
  }

  static List<Member> page(Connection connection, GuildId guild, UserId after, int limit)
      throws SQLException {
    var bare = Sql.all(connection, PAGE, row -> read(row, Map.of()), guild, after, limit);
    if (bare.isEmpty()) {
      return bare;
    }
    var roles = roles(connection, ROLES_BETWEEN, guild, bare.getFirst().id(), bare.getLast().id());
    return bare.stream().map(member -> withRoles(member, roles)).toList();
  }

  private static Member withRoles(Member member, Map<UserId, Set<RoleId>> roles) {
    return new Member(
        member.user(),
        member.joining(),
        member.nick(),
        roles.getOrDefault(member.id(), Set.of()),
        member.restraints());
  }

  static int count(Connection connection, GuildId guild) throws SQLException {
    return Sql.one(connection, COUNT, row -> row.getInt("members"), guild).orElseThrow();
  }

  static int guildsOf(Connection connection, UserId user) throws SQLException {
    return Sql.one(connection, GUILDS_OF, row -> row.getInt("guilds"), user).orElseThrow();
  }

  static void add(Connection connection, GuildId guild, Member member) throws SQLException {
    Joining joining = member.joining();
    Way way = joining.way();
    Restraints restraints = member.restraints();
    Sql.update(
        connection,
        ADD,
        guild,
        member.id(),
        joining.at(),
        way == null ? null : way.wire(),
        joining.inviter(),
        joining.invite(),
        member.nick(),
        restraints.mute(),
        restraints.deaf(),
        restraints.timedOutUntil());
    addRoles(connection, guild, member);
  }

  static void change(Connection connection, GuildId guild, Member after) throws SQLException {
    Restraints restraints = after.restraints();
    Sql.update(
        connection,
        CHANGE,
        after.nick(),
        restraints.mute(),
        restraints.deaf(),
        restraints.timedOutUntil(),
        guild,
        after.id());
    Sql.update(connection, DROP_ROLES, guild, after.id());
    addRoles(connection, guild, after);
  }

  private static void addRoles(Connection connection, GuildId guild, Member member)
      throws SQLException {
    for (RoleId role : member.roles()) {
      Sql.update(connection, ADD_ROLE, member.id(), guild, role);
    }
  }

  static void remove(Connection connection, GuildId guild, UserId user) throws SQLException {
    Sql.update(connection, DROP_ROLES, guild, user);
    Sql.update(connection, DROP_OVERWRITES, user, guild);
    Sql.update(connection, REMOVE, guild, user);
  }

  /** Part of the transaction that deletes a bot's application. */
  static void removeEverywhere(Connection connection, UserId bot) throws SQLException {
    Turns.ofGuildsOf(connection, bot);
    Sql.update(connection, DROP_ROLES_EVERYWHERE, bot);
    Sql.update(connection, REMOVE_EVERYWHERE, bot);
    SqlRoles.removeManagedBy(connection, bot);
  }

  private static Map<UserId, Set<RoleId>> roles(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    var roles = new HashMap<UserId, Set<RoleId>>();
    Sql.all(
        connection,
        sql,
        row ->
            roles
                .computeIfAbsent(new UserId(row.getLong("user_id")), user -> new HashSet<>())
                .add(new RoleId(row.getLong("role_id"))),
        values);
    return roles;
  }

  private static Member read(ResultSet row, Map<UserId, Set<RoleId>> roles) throws SQLException {
    var user = SqlUserStore.read(row);
    Long inviter = Sql.optionalLong(row, "inviter_id");
    var joining =
        new Joining(
            Sql.instant(row, "joined_at"),
            way(Sql.optionalLong(row, "join_source")),
            inviter == null ? null : new UserId(inviter),
            row.getString("invite_code"));
    var restraints =
        new Restraints(
            row.getBoolean("mute"),
            row.getBoolean("deaf"),
            Sql.optionalInstant(row, "timed_out_until"));
    return new Member(
        user, joining, row.getString("nick"), roles.getOrDefault(user.id(), Set.of()), restraints);
  }

  private static @Nullable Way way(@Nullable Long wire) {
    if (wire == null) {
      return null;
    }
    return wire == Way.INVITE.wire() ? Way.INVITE : Way.APPLICATION;
  }
}
