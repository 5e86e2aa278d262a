package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.limit.SharedLimits;
import com.astraof.oauth2.core.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is used of limits, in {@code limits_used}, under hashes: addresses of people and machines do
 * not stand there. Each portion takes some rows away that say nothing any more, so nothing has to
 * sweep the table.
 */
final class SqlSharedLimits implements SharedLimits {
  private static final String USE =
      """
      insert into limits_used (id, unused_at) values (?, ?)
      on conflict (id) do update
      set unused_at =
        ? + case when limits_used.unused_at > ? then limits_used.unused_at else ? end
      returning unused_at
      """;
  private static final String FORGET =
      """
      delete from limits_used
      where id in (select id from limits_used where unused_at < ? order by unused_at limit 500)
      """;

  /** Several nodes forget different rows; nobody waits. */
  private static final String FORGET_ON_POSTGRES =
      """
      delete from limits_used
      where id in (
        select id from limits_used where unused_at < ? order by unused_at limit 500
        for update skip locked)
      """;

  /** The clocks of nodes differ. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final Database database;

  SqlSharedLimits(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, Instant> use(Map<String, Duration> used, Instant now) {
    // In one order, so that no two nodes wait for each other.
    var inOrder = new TreeMap<>(used);
    return database.writeBeside(
        connection -> {
          var unusedAt = new HashMap<String, Instant>();
          for (var one : inOrder.entrySet()) {
            unusedAt.put(one.getKey(), use(connection, one.getKey(), one.getValue(), now));
          }
          forget(connection, now.minus(SKEW));
          return unusedAt;
        });
  }

  private static Instant use(Connection connection, String name, Duration used, Instant now)
      throws SQLException {
    byte[] id = Sha256.of(name.getBytes(StandardCharsets.UTF_8));
    long millis = used.toMillis();
    return Sql.one(
            connection,
            USE,
            row -> Sql.instant(row, "unused_at"),
            id,
            now.plus(used),
            millis,
            now,
            now)
        .orElseThrow();
  }

  private static void forget(Connection connection, Instant oldest) throws SQLException {
    Sql.update(connection, Dialect.of(connection).choose(FORGET, FORGET_ON_POSTGRES), oldest);
  }
}
