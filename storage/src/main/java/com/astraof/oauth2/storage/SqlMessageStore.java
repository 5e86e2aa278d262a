package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Message;
import com.astraof.oauth2.core.guild.MessageStore;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.MessageId;
import com.astraof.oauth2.core.id.Snowflake;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages in {@code messages}. */
final class SqlMessageStore implements MessageStore {
  private static final String ADD =
      """
      insert into messages (channel_id, id, author_id, content, sent_at, nonce, reply_to)
      select ?, ?, ?, ?, ?, ?, ?
      where exists (select 1 from channels where id = ?)
      """;

  /** A guild that is being deleted is waited for, and waits; other messages are not. */
  private static final String ADD_ON_POSTGRES =
      """
      insert into messages (channel_id, id, author_id, content, sent_at, nonce, reply_to)
      select ?, ?, ?, ?, ?, ?, ?
      from channels c join guilds g on g.id = c.guild_id
      where c.id = ?
      for share of g
      """;

  private static final String SELECT =
      """
      select m.id as message_id, m.channel_id, m.content, m.sent_at, m.nonce, m.reply_to, u.id,
        u.username, u.discriminator, u.global_name, u.avatar, u.banner, u.bio, u.pronouns, u.language, u.email,
        u.email_verified, u.bot, u.created_at, u.password_changed_at, u.version
      from messages m join users u on u.id = m.author_id
      """;
  private static final String IN_CHANNEL = SELECT + "where m.channel_id = ? ";
  private static final String FIND = IN_CHANNEL + "and m.id = ?";
  private static final String BELOW = IN_CHANNEL + "and m.id < ? order by m.id desc limit ?";
  private static final String ABOVE = IN_CHANNEL + "and m.id > ? order by m.id limit ?";
  private static final String BY = SELECT + "where m.author_id = ? order by m.id desc limit ?";

  private static final String DELETE =
      """
      delete from messages
      where author_id = ? and id >= ? and channel_id in (select id from channels where guild_id = ?)
      """;

  private final Database database;

  SqlMessageStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(Message message) {
    return database.writeBeside(
        connection ->
            Sql.update(
                    connection,
                    Dialect.of(connection).choose(ADD, ADD_ON_POSTGRES),
                    message.channel(),
                    message.id(),
                    message.author().id(),
                    message.content(),
                    message.at(),
                    message.nonce(),
                    message.replyTo(),
                    message.channel())
                == 1);
  }

  @Override
  public Optional<Message> find(ChannelId channel, MessageId id) {
    return database.read(
        connection -> Sql.one(connection, FIND, SqlMessageStore::read, channel, id));
  }

  @Override
  public List<Message> list(ChannelId channel, Window window, int limit) {
    return switch (window) {
      case Window.Latest() -> below(channel, Long.MAX_VALUE, limit);
      case Window.Before(var id) -> below(channel, id.value(), limit);
      case Window.After(var id) -> above(channel, id.value(), limit);
      case Window.Around(var id) -> {
        int older = limit / 2;
        var around = new ArrayList<>(above(channel, id.value() - 1, limit - older));
        around.addAll(below(channel, id.value(), older));
        yield around;
      }
    };
  }

  @Override
  public List<Message> by(UserId author, int limit) {
    return database.read(
        connection -> Sql.all(connection, BY, SqlMessageStore::read, author, limit));
  }

  private List<Message> below(ChannelId channel, long id, int limit) {
    return database.read(
        connection -> Sql.all(connection, BELOW, SqlMessageStore::read, channel, id, limit));
  }

  private List<Message> above(ChannelId channel, long id, int limit) {
    var ascending =
        database.read(
            connection -> Sql.all(connection, ABOVE, SqlMessageStore::read, channel, id, limit));
    return ascending.reversed();
  }

  /** Ids hold the time: only what is young is looked at, however much there is. */
  static void delete(Connection connection, GuildId guild, UserId author, Instant since)
      throws SQLException {
    Sql.update(connection, DELETE, author, Snowflake.firstAt(since), guild);
  }

  private static Message read(ResultSet row) throws SQLException {
    Long replyTo = Sql.optionalLong(row, "reply_to");
    return new Message(
        new MessageId(row.getLong("message_id")),
        new ChannelId(row.getLong("channel_id")),
        SqlUserStore.read(row),
        Sql.text(row, "content"),
        Sql.instant(row, "sent_at"),
        row.getString("nonce"),
        replyTo == null ? null : new MessageId(replyTo));
  }
}
