package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.SessionStore;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.Optional;

/** Sessions in {@code sessions}, by the hash of their token. */
final class SqlSessionStore implements SessionStore {
  private static final String OPEN =
      "insert into sessions (token, user_id, opened_at, last_used_at) values (?, ?, ?, ?)";
  private static final String FIND =
      """
      select s.opened_at, s.last_used_at, u.id, u.username, u.discriminator, u.global_name, u.avatar,
        u.email, u.email_verified, u.bot, u.created_at
      from sessions s join users u on u.id = s.user_id
      where s.token = ?
      """;
  private static final String TOUCH = "update sessions set last_used_at = ? where token = ?";
  private static final String END = "delete from sessions where token = ?";

  private final Database database;

  SqlSessionStore(Database database) {
    this.database = database;
  }

  @Override
  public void open(SecretHash token, UserId user, Instant at) {
    database.write(connection -> Sql.update(connection, OPEN, token, user, at, at));
  }

  @Override
  public Optional<Session> find(SecretHash token) {
    return database.read(
        connection ->
            Sql.one(
                connection,
                FIND,
                row ->
                    new Session(
                        token,
                        SqlUserStore.read(row),
                        Sql.instant(row, "opened_at"),
                        Sql.instant(row, "last_used_at")),
                token));
  }

  @Override
  public void touch(SecretHash token, Instant at) {
    database.write(connection -> Sql.update(connection, TOUCH, at, token));
  }

  @Override
  public void end(SecretHash token) {
    database.write(connection -> Sql.update(connection, END, token));
  }
}
