package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.Channel.About;
import com.astraof.oauth2.core.guild.Channel.Place;
import com.astraof.oauth2.core.guild.Overwrite;
import com.astraof.oauth2.core.guild.Overwrite.Target;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.MessageId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Channels in {@code channels}, their overwrites in {@code channel_overwrites}. */
final class SqlChannels {
  private static final String SELECT =
      """
      select c.id, c.guild_id, c.type, c.name, c.topic, c.nsfw, c.url, c.position, c.parent_id,
        (select max(m.id) from messages m where m.channel_id = c.id) as last_message_id
      from channels c
      """;
  private static final String OF_GUILD = SELECT + "where c.guild_id = ? order by c.position, c.id";
  private static final String FIND = SELECT + "where c.guild_id = ? and c.id = ?";
  private static final String OVERWRITES_OF_GUILD =
      """
      select o.channel_id, o.target_id, o.target_type, o.allow_bits, o.deny_bits
      from channel_overwrites o join channels c on c.id = o.channel_id
      where c.guild_id = ?
      """;
  private static final String OVERWRITES_OF_CHANNEL =
      """
      select channel_id, target_id, target_type, allow_bits, deny_bits
      from channel_overwrites
      where channel_id = ?
      """;
  private static final String ADD =
      """
      insert into channels (id, guild_id, type, name, topic, nsfw, url, position, parent_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_OVERWRITE =
      """
      insert into channel_overwrites (channel_id, target_id, target_type, allow_bits, deny_bits)
      values (?, ?, ?, ?, ?)
      """;
  private static final int ROLE = 0;
  private static final int MEMBER = 1;

  private SqlChannels() {}

  static List<Channel> ofGuild(Connection connection, GuildId guild) throws SQLException {
    var overwrites = overwrites(connection, OVERWRITES_OF_GUILD, guild);
    return Sql.all(connection, OF_GUILD, row -> read(row, overwrites), guild);
  }

  static Optional<Channel> find(Connection connection, GuildId guild, ChannelId id)
      throws SQLException {
    var overwrites = overwrites(connection, OVERWRITES_OF_CHANNEL, id);
    return Sql.one(connection, FIND, row -> read(row, overwrites), guild, id);
  }

  static void add(Connection connection, Channel channel) throws SQLException {
    About about = channel.about();
    Sql.update(
        connection,
        ADD,
        channel.id(),
        channel.guild(),
        channel.type().wire(),
        about.name(),
        about.topic(),
        about.nsfw(),
        about.url(),
        channel.place().position(),
        channel.place().parent());
    for (Overwrite overwrite : channel.overwrites()) {
      add(connection, channel.id(), overwrite);
    }
  }

  private static void add(Connection connection, ChannelId channel, Overwrite overwrite)
      throws SQLException {
    long allow = overwrite.allow().bits();
    long deny = overwrite.deny().bits();
    switch (overwrite.target()) {
      case Target.OfRole(var role) ->
          Sql.update(connection, ADD_OVERWRITE, channel, role, ROLE, allow, deny);
      case Target.OfMember(var user) ->
          Sql.update(connection, ADD_OVERWRITE, channel, user, MEMBER, allow, deny);
    }
  }

  private static Map<ChannelId, List<Overwrite>> overwrites(
      Connection connection, String sql, Object id) throws SQLException {
    var overwrites = new HashMap<ChannelId, List<Overwrite>>();
    Sql.all(
        connection,
        sql,
        row ->
            overwrites
                .computeIfAbsent(new ChannelId(row.getLong("channel_id")), c -> new ArrayList<>())
                .add(overwrite(row)),
        id);
    return overwrites;
  }

  private static Overwrite overwrite(ResultSet row) throws SQLException {
    long target = row.getLong("target_id");
    return new Overwrite(
        row.getInt("target_type") == ROLE
            ? new Target.OfRole(new RoleId(target))
            : new Target.OfMember(new UserId(target)),
        new Permissions(row.getLong("allow_bits")),
        new Permissions(row.getLong("deny_bits")));
  }

  private static Channel read(ResultSet row, Map<ChannelId, List<Overwrite>> overwrites)
      throws SQLException {
    var id = new ChannelId(row.getLong("id"));
    Long lastMessage = Sql.optionalLong(row, "last_message_id");
    return new Channel(
        id,
        new GuildId(row.getLong("guild_id")),
        Channel.Type.of(row.getInt("type")).orElseThrow(),
        new About(
            Sql.text(row, "name"),
            row.getString("topic"),
            row.getBoolean("nsfw"),
            row.getString("url")),
        new Place(row.getInt("position"), parent(Sql.optionalLong(row, "parent_id"))),
        overwrites.getOrDefault(id, List.of()),
        lastMessage == null ? null : new MessageId(lastMessage));
  }

  private static @Nullable ChannelId parent(@Nullable Long id) {
    return id == null ? null : new ChannelId(id);
  }
}
