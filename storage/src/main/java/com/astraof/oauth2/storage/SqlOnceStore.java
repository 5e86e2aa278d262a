package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.once.OnceStore;
import com.astraof.oauth2.core.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What was used up, in {@code spent}. Each new row takes some that are too old away, so the table
 * stays as small as what can still be used, and nothing has to sweep it.
 */
final class SqlOnceStore implements OnceStore {
  private static final String SPEND =
      """
      insert into spent (id, expires_at) values (?, ?)
      on conflict (id) do update set expires_at = excluded.expires_at
      where spent.expires_at <= ?
      """;
  private static final String FORGET =
      """
      delete from spent
      where id in (select id from spent where expires_at < ? order by expires_at limit 20)
      """;

  /** Several nodes forget different rows; nobody waits. */
  private static final String FORGET_ON_POSTGRES =
      """
      delete from spent
      where id in (
        select id from spent where expires_at < ? order by expires_at limit 20
        for update skip locked)
      """;

  private final Database database;

  SqlOnceStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean spend(String what, Instant until, Instant now) {
    return database.writeBeside(connection -> spend(connection, what, until, now));
  }

  /** Part of the transaction that does what may be done once. */
  static boolean spend(Connection connection, String what, Instant until, Instant now)
      throws SQLException {
    byte[] id = Sha256.of(what.getBytes(StandardCharsets.UTF_8));
    Sql.update(connection, Dialect.of(connection).choose(FORGET, FORGET_ON_POSTGRES), now);
    return Sql.update(connection, SPEND, id, until, now) == 1;
  }
}
