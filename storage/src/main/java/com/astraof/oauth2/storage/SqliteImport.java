package com.astraof.oauth2.storage;

import com.astraof.oauth2.storage.SqliteImport.Outcome.AlreadyThere;
import com.astraof.oauth2.storage.SqliteImport.Outcome.Imported;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Moves an embedded database into a PostgreSQL server's, portion by portion. Cut off at any moment,
 * it goes on from there when it is run again; until it is through and both are compared, no server
 * starts on the target.
 */
public final class SqliteImport {
  private final Path file;
  private final DatabaseAddress.Postgres server;
  private final Instant now;
  private final MoveWatch watch;

  /**
   * @param file of an embedded database that no server runs on
   */
  public SqliteImport(Path file, DatabaseAddress.Postgres server, Instant now, MoveWatch watch) {
    this.file = file;
    this.server = server;
    this.now = now;
    this.watch = watch;
  }

  /**
   * Looks at the file, and takes into it what a server that was killed left beside.
   *
   * @throws StoreUnavailable when it is not fit to be moved
   */
  public void prepare() {
    requireUpToDate(file.toString(), new DatabaseAddress.Sqlite(file));
    new DatabaseFile(file).settle();
  }

  /**
   * @throws StoreUnavailable when the target is not fit for it, or what was moved differs
   */
  public Outcome run() {
    new SchemaUpgrade(server).run();
    requireUpToDate(server.toString(), server);
    try (var source = SqliteDatabase.readOnly(file).getConnection();
        var target = new PostgresSource(server).openUnbounded()) {
      source.setAutoCommit(false);
      target.setAutoCommit(false);
      return move(source, target);
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "The import was cut off (" + e.getMessage() + "): run it again, and it goes on", e);
    }
  }

  private static void requireUpToDate(String name, DatabaseAddress address) {
    Standing standing = new SchemaUpgrade(address).standing();
    if (standing.version() == 0) {
      throw new StoreUnavailable("There is no database of a server in " + name);
    }
    if (standing.version() != standing.known()) {
      throw new StoreUnavailable(
          "The schema of %s is at version %d and this build's at %d: %s"
              .formatted(
                  name,
                  standing.version(),
                  standing.known(),
                  standing.isNewer()
                      ? "use the newer build"
                      : "start the server on it once, or run astral migrate"));
    }
  }

  private Outcome move(Connection source, Connection target) throws SQLException {
    var move = new Move(source, target, watch);
    var progress = new ImportProgress(target);
    new PostgresTarget(target).refuseRunningNodes(now);
    if (!progress.stands()) {
      String filled = move.filled();
      if (!filled.isEmpty()) {
        return alreadyThere(move, filled);
      }
      progress.make();
      target.commit();
    }
    copy(move, progress, source, target);
    return new Imported(finish(move, progress, target));
  }

  private Outcome alreadyThere(Move move, String filled) throws SQLException {
    try {
      return new AlreadyThere(move.compare());
    } catch (StoreUnavailable e) {
      throw new StoreUnavailable(
          "%s has rows already that this import did not bring, in %s: import into an empty database"
              .formatted(server, filled),
          e);
    }
  }

  private void copy(Move move, ImportProgress progress, Connection source, Connection target)
      throws SQLException {
    var copier = new TableCopier(source, target, watch);
    for (Table table : move.tables()) {
      copier.copy(
          table,
          progress.of(table),
          reached -> {
            progress.write(table, reached);
            target.commit();
          });
    }
  }

  private static List<TableSum> finish(Move move, ImportProgress progress, Connection target)
      throws SQLException {
    List<TableSum> sums;
    try {
      sums = move.compare();
    } catch (StoreUnavailable e) {
      throw new StoreUnavailable(
          e.getMessage()
              + ". One of the two has changed since the import began: make the target anew"
              + " (dropdb, createdb), and run it again",
          e);
    }
    var ready = new PostgresTarget(target);
    ready.raiseNumbers();
    ready.analyze(move.tables());
    progress.drop();
    target.commit();
    return sums;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** All of it is there now. */
    record Imported(List<TableSum> tables) implements Outcome {}

    /** All of it was there before, and nothing else. */
    record AlreadyThere(List<TableSum> tables) implements Outcome {}
  }
}
