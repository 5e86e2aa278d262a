package com.astraof.oauth2.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Puts what a file of the embedded engine holds into a PostgreSQL server's database, in one
 * transaction: all of it, or nothing has changed.
 */
public final class Refill {
  private final DatabaseAddress.Postgres server;
  private final Instant now;
  private final MoveWatch watch;

  public Refill(DatabaseAddress.Postgres server, Instant now, MoveWatch watch) {
    this.server = server;
    this.now = now;
    this.watch = watch;
  }

  /**
   * @param file whose schema is up to date
   * @param replace whether what is there may be deleted
   * @throws StoreUnavailable when servers run on the database, or it has rows that may not be
   *     deleted
   */
  public void from(Path file, boolean replace) {
    new SchemaUpgrade(server).run();
    try (var source = SqliteDatabase.readOnly(file).getConnection();
        var target = new PostgresSource(server).openUnbounded()) {
      source.setAutoCommit(false);
      target.setAutoCommit(false);
      refill(source, target, replace);
      target.commit();
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "Nothing has changed in " + server + " (" + e.getMessage() + ")", e);
    }
  }

  private void refill(Connection source, Connection target, boolean replace) throws SQLException {
    var move = new Move(source, target, watch);
    var ready = new PostgresTarget(target);
    ready.keepNodesOut();
    ready.refuseRunningNodes(now);
    String filled = move.filled();
    if (!filled.isEmpty() && !replace) {
      throw new StoreUnavailable(
          server + " is not empty: with --replace what is there is deleted, so back it up first");
    }
    new ImportProgress(target).drop();
    Sql.update(target, "truncate " + move.names());
    move.copyAll();
    move.compare();
    ready.raiseNumbers();
    ready.analyze(move.tables());
  }
}
