package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.connection.LinkAttemptStore;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;

/** Attempts in {@code link_attempts}. Each new one takes some that are late away. */
final class SqlLinkAttemptStore implements LinkAttemptStore {
  private static final String SWEEP =
      """
      delete from link_attempts
      where state in (
        select state from link_attempts where expires_at <= ? order by expires_at limit 20)
      """;
  private static final String ADD =
      "insert into link_attempts (state, session_token, type, expires_at) values (?, ?, ?, ?)";
  private static final String TAKE =
      """
      delete from link_attempts
      where state = ? and session_token = ? and type = ? and expires_at > ?
      """;

  private final Database database;

  SqlLinkAttemptStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(
      SecretHash state, SecretHash session, String type, Instant now, Instant expiresAt) {
    database.writeBeside(
        connection -> {
          Sql.update(connection, SWEEP, now);
          return Sql.update(connection, ADD, state, session, type, expiresAt);
        });
  }

  @Override
  public boolean take(SecretHash state, SecretHash session, String type, Instant now) {
    return database.writeBeside(
        connection -> Sql.update(connection, TAKE, state, session, type, now) == 1);
  }
}
