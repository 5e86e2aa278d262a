package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.Decision;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildFacts;
import com.astraof.oauth2.core.guild.GuildStore;
import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Guilds in {@code guilds}; {@link SqlGuildFacts} reads what belongs to one, {@link SqlGuildEdits}
 * changes it.
 */
final class SqlGuildStore implements GuildStore {
  static final String COLUMNS =
      """
      select g.id, g.name, g.icon, g.owner_id, g.system_channel_id, g.features, g.created_at
      """;
  private static final String ADD =
      """
      insert into guilds (id, name, icon, owner_id, system_channel_id, features, created_at)
      select ?, ?, ?, ?, ?, ?, ?
      where (select count(*) from members where user_id = ?) < ?
      """;
  private static final String FIND = COLUMNS + "from guilds g where g.id = ?";
  private static final String TAKE_TURN = "update guilds set version = version + 1 where id = ?";
  private static final String GUILD_OF = "select guild_id from channels where id = ?";
  private static final String GUILDS_OF =
      COLUMNS
          + """
          , everyone.permissions,
            case when ? then (select count(*) from members c where c.guild_id = g.id) else 0 end
              as members
          from members m
          join guilds g on g.id = m.guild_id
          join roles everyone on everyone.id = g.id
          where m.user_id = ? and m.guild_id > ? and m.guild_id < ?
          """;
  private static final String ASCENDING = GUILDS_OF + "order by m.guild_id limit ?";
  private static final String DESCENDING = GUILDS_OF + "order by m.guild_id desc limit ?";
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
  public boolean create(Guild guild, Member owner, List<Channel> channels, int most) {
    return database.write(
        connection -> {
          Turns.ofUser(connection, guild.owner());
          boolean added = insert(connection, guild, most);
          if (added) {
            var edits = new SqlGuildEdits(connection, guild.id());
            edits.add(Role.everyone(guild.id()));
            for (Channel channel : channels) {
              edits.add(channel);
            }
            edits.add(owner);
          }
          return added;
        });
  }

  private static boolean insert(Connection connection, Guild guild, int most) throws SQLException {
    int inserted =
        Sql.update(
            connection,
            ADD,
            guild.id(),
            guild.name(),
            guild.icon(),
            guild.owner(),
            guild.systemChannel(),
            String.join(" ", guild.features()),
            guild.createdAt(),
            guild.owner(),
            most);
    return inserted == 1;
  }

  @Override
  public <T> Optional<T> read(GuildId guild, Function<GuildFacts, T> question) {
    return database.read(connection -> facts(connection, guild, false).map(question));
  }

  @Override
  public <T> Optional<T> change(GuildId guild, Function<GuildFacts, Decision<T>> rule) {
    return database.write(
        connection -> {
          Sql.update(connection, TAKE_TURN, guild);
          var decision = facts(connection, guild, true).map(rule);
          if (decision.isPresent()) {
            new SqlGuildEdits(connection, guild).write(decision.get().edits());
          }
          return decision.map(Decision::answer);
        });
  }

  private static Optional<GuildFacts> facts(Connection connection, GuildId id, boolean forChange)
      throws SQLException {
    return Sql.one(connection, FIND, SqlGuildStore::read, id)
        .map(guild -> new SqlGuildFacts(connection, guild, forChange));
  }

  @Override
  public Optional<GuildId> guildOf(ChannelId channel) {
    return database.read(
        connection ->
            Sql.one(connection, GUILD_OF, row -> new GuildId(row.getLong("guild_id")), channel));
  }

  @Override
  public Optional<GuildId> guildOfInvite(String code) {
    return database.read(connection -> SqlInvites.guildOf(connection, code));
  }

  @Override
  public List<Member> members(GuildId guild, UserId after, int limit) {
    return database.read(connection -> SqlMembers.page(connection, guild, after, limit));
  }

  @Override
  public List<Membership> guildsOf(UserId user, Page page) {
    boolean fromBelow = page.before() == null || page.after() != null;
    String sql = fromBelow ? ASCENDING : DESCENDING;
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

  private static Map<GuildId, Permissions> rolesOf(Connection connection, UserId user)
      throws SQLException {
    var roles = new HashMap<GuildId, Permissions>();
    Sql.all(
        connection,
        ROLES_OF,
        row ->
            roles.merge(
                new GuildId(row.getLong("guild_id")),
                new Permissions(row.getLong("permissions")),
                Permissions::or),
        user);
    return roles;
  }

  private static Membership membership(ResultSet row, UserId user, Map<GuildId, Permissions> roles)
      throws SQLException {
    Guild guild = read(row);
    boolean isOwner = guild.owner().equals(user);
    var everyone = new Permissions(row.getLong("permissions"));
    var own = roles.getOrDefault(guild.id(), Permissions.NONE);
    var permissions = Permissions.ofMember(isOwner, everyone, List.of(own));
    return new Membership(guild, isOwner, permissions, row.getInt("members"));
  }

  private static Guild read(ResultSet row) throws SQLException {
    Long systemChannel = Sql.optionalLong(row, "system_channel_id");
    return new Guild(
        new GuildId(row.getLong("id")),
        Sql.text(row, "name"),
        row.getString("icon"),
        new UserId(row.getLong("owner_id")),
        systemChannel == null ? null : new ChannelId(systemChannel),
        Stream.of(Sql.text(row, "features").split(" ")).filter(word -> !word.isEmpty()).toList(),
        Sql.instant(row, "created_at"));
  }
}
