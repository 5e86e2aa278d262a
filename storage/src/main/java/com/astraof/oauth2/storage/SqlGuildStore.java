package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildStore;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Guilds in {@code guilds} with what belongs to them: {@code roles}, {@code channels}, {@code
 * members}.
 */
final class SqlGuildStore implements GuildStore {
  private static final String ADD =
      """
      insert into guilds (id, name, owner_id, system_channel_id, features, created_at)
      select ?, ?, ?, ?, ?, ?
      where (select count(*) from members where user_id = ?) < ?
      """;
  private static final String ADD_ROLE =
      "insert into roles (id, guild_id, name, permissions, position) values (?, ?, ?, ?, ?)";
  private static final String ADD_CHANNEL =
      "insert into channels (id, guild_id, type, name, position, parent_id) values (?, ?, ?, ?, ?, ?)";
  private static final String ADD_MEMBER =
      "insert into members (guild_id, user_id, joined_at) values (?, ?, ?)";
  private static final String GUILDS_OF_ASCENDING =
      """
      select g.id, g.name, g.owner_id, g.system_channel_id, g.features, g.created_at,
        everyone.permissions,
        case when ? then (select count(*) from members c where c.guild_id = g.id) else 0 end as members
      from members m
      join guilds g on g.id = m.guild_id
      join roles everyone on everyone.id = g.id
      where m.user_id = ? and m.guild_id > ? and m.guild_id < ?
      order by m.guild_id
      limit ?
      """;
  private static final String GUILDS_OF_DESCENDING =
      """
      select g.id, g.name, g.owner_id, g.system_channel_id, g.features, g.created_at,
        everyone.permissions,
        case when ? then (select count(*) from members c where c.guild_id = g.id) else 0 end as members
      from members m
      join guilds g on g.id = m.guild_id
      join roles everyone on everyone.id = g.id
      where m.user_id = ? and m.guild_id > ? and m.guild_id < ?
      order by m.guild_id desc
      limit ?
      """;
  private static final String LEAVE_ALL = "delete from members where user_id = ?";
  private static final String DROP_ROLES = "delete from member_roles where user_id = ?";
  private static final String ROLES_OF =
      """
      select m.guild_id, r.permissions
      from member_roles m join roles r on r.id = m.role_id
      where m.user_id = ?
      """;

  private final Database database;

  SqlGuildStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean create(Guild guild, List<Channel> channels, int most) {
    return database.write(
        connection -> {
          boolean added =
              Sql.update(
                      connection,
                      ADD,
                      guild.id(),
                      guild.name(),
                      guild.owner(),
                      guild.systemChannel(),
                      String.join(" ", guild.features()),
                      guild.createdAt(),
                      guild.owner(),
                      most)
                  == 1;
          if (added) {
            furnish(connection, guild, channels);
          }
          return added;
        });
  }

  private static void furnish(Connection connection, Guild guild, List<Channel> channels)
      throws SQLException {
    GuildId id = guild.id();
    Sql.update(connection, ADD_ROLE, id, id, "@everyone", Permissions.DEFAULT.bits(), 0);
    for (Channel channel : channels) {
      Sql.update(
          connection,
          ADD_CHANNEL,
          channel.id(),
          id,
          channel.type().wire(),
          channel.name(),
          channel.position(),
          channel.parent());
    }
    Sql.update(connection, ADD_MEMBER, id, guild.owner(), guild.createdAt());
  }

  @Override
  public List<Membership> guildsOf(UserId user, Page page) {
    boolean fromBelow = page.before() == null || page.after() != null;
    String sql = fromBelow ? GUILDS_OF_ASCENDING : GUILDS_OF_DESCENDING;
    long after = page.after() == null ? -1 : page.after().value();
    long before = page.before() == null ? Long.MAX_VALUE : page.before().value();
    List<Membership> found =
        database.read(
            connection -> {
              var roles = rolesOf(connection, user);
              return Sql.all(
                  connection,
                  sql,
                  row -> membership(row, user, roles),
                  page.withCounts(),
                  user,
                  after,
                  before,
                  page.limit());
            });
    return fromBelow ? found : found.reversed();
  }

  /** Part of the transaction that deletes a bot's application. */
  static void removeEverywhere(Connection connection, UserId bot) throws SQLException {
    Sql.update(connection, DROP_ROLES, bot);
    Sql.update(connection, LEAVE_ALL, bot);
  }

  private static Map<GuildId, List<Permissions>> rolesOf(Connection connection, UserId user)
      throws SQLException {
    var roles = new HashMap<GuildId, List<Permissions>>();
    Sql.all(
        connection,
        ROLES_OF,
        row ->
            roles
                .computeIfAbsent(new GuildId(row.getLong("guild_id")), id -> new ArrayList<>())
                .add(new Permissions(row.getLong("permissions"))),
        user);
    return roles;
  }

  private static Membership membership(
      ResultSet row, UserId user, Map<GuildId, List<Permissions>> roles) throws SQLException {
    Guild guild = guild(row);
    boolean isOwner = guild.owner().equals(user);
    var everyone = new Permissions(row.getLong("permissions"));
    var permissions =
        Permissions.ofMember(isOwner, everyone, roles.getOrDefault(guild.id(), List.of()));
    return new Membership(guild, isOwner, permissions, row.getInt("members"));
  }

  private static Guild guild(ResultSet row) throws SQLException {
    return new Guild(
        new GuildId(row.getLong("id")),
        Sql.text(row, "name"),
        new UserId(row.getLong("owner_id")),
        Sql.optionalLong(row, "system_channel_id"),
        Stream.of(Sql.text(row, "features").split(" ")).filter(word -> !word.isEmpty()).toList(),
        Sql.instant(row, "created_at"));
  }
}
