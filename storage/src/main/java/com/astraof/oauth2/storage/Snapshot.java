package com.astraof.oauth2.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * A database as it is at one moment, copied into a file of the embedded engine, beside running
 * servers and without their writers waiting.
 */
public final class Snapshot {
  private final DatabaseAddress database;
  private final MoveWatch watch;

  public Snapshot(DatabaseAddress database, MoveWatch watch) {
    this.database = database;
    this.watch = watch;
  }

  /**
   * @param target an empty file, or none
   * @throws StoreUnavailable when there is no database, or the copy cannot be written
   */
  public void copyTo(Path target) {
    switch (database) {
      case DatabaseAddress.Sqlite(var file) -> new DatabaseFile(file).copyTo(target);
      case DatabaseAddress.Postgres server -> copy(server, target);
    }
  }

  private void copy(DatabaseAddress.Postgres server, Path target) {
    var source = new PostgresSource(server);
    new PostgresStart(server, source).findInstalled();
    if (new SchemaUpgrade(server).standing().isNewer()) {
      throw new StoreUnavailable(
          "A newer build has migrated " + server + ": take the backup with that one");
    }
    try (var reading = source.openUnbounded()) {
      // All that is read from now on is of one moment.
      reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      reading.setReadOnly(true);
      reading.setAutoCommit(false);
      copy(reading, target);
    } catch (SQLException e) {
      throw new StoreUnavailable("The database cannot be copied (" + e.getMessage() + ")", e);
    }
    new DatabaseFile(target).settle();
  }

  /** The schema is made by the same migrations, and as old as that of the source. */
  private void copy(Connection reading, Path target) throws SQLException {
    DataSource file = draft(target);
    Migrations.runTo(Schema.read(reading).version(), file, Dialect.SQLITE);
    try (var writing = file.getConnection()) {
      writing.setAutoCommit(false);
      var move = new Move(reading, writing, watch);
      move.copyAll();
      move.compare();
      writing.commit();
    }
  }

  /** Whoever is cut off begins anew, so nothing waits for the disk. */
  private static DataSource draft(Path target) {
    var pragmas = new SQLiteConfig();
    pragmas.setJournalMode(JournalMode.MEMORY);
    pragmas.setSynchronous(SynchronousMode.OFF);
    var source = new SQLiteDataSource(pragmas);
    source.setUrl("jdbc:sqlite:" + target);
    return source;
  }
}
