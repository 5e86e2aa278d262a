package com.astraof.oauth2.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The embedded database as a file that is copied, looked over and put in place. This is all that
 * backups know of the engine.
 */
public final class DatabaseFile {
  private static final Map<String, String> COUNTS = counts();

  private final Path file;

  public DatabaseFile(Path file) {
    this.file = file;
  }

  /**
   * Copies what is committed at one moment, beside a running server and without its writers
   * waiting: SQLite reads on from its snapshot, however long that takes.
   *
   * @param target an empty file, or none
   * @throws StoreUnavailable when there is no database, or the copy cannot be written
   */
  public void copyTo(Path target) {
    try (var source = SqliteDatabase.reading(file)) {
      source.read(
          connection -> {
            try (var copy = connection.prepareStatement("vacuum into ?")) {
              copy.setString(1, target.toString());
              return copy.execute();
            }
          });
    } catch (StoreUnavailable e) {
      throw e.getCause() == null
          ? e
          : new StoreUnavailable(
              "The database cannot be copied (" + e.getCause().getMessage() + ")", e);
    }
  }

  /**
   * Reads the whole file.
   *
   * @throws StoreUnavailable when it is damaged, or no database of ours
   */
  public Facts facts() {
    try (var database = SqliteDatabase.reading(file)) {
      String verdict = database.read(connection -> pragma(connection, "integrity_check"));
      if (!verdict.equals("ok")) {
        throw new StoreUnavailable("The database is damaged: " + verdict);
      }
      var standing = SqliteDatabase.standing(file);
      if (standing.version() == 0) {
        throw new StoreUnavailable("The database is not one of this server");
      }
      return new Facts(
          String.valueOf(standing.version()),
          standing.isNewer(),
          database.read(DatabaseFile::counted));
    } catch (StoreUnavailable e) {
      throw e.getCause() == null ? e : new StoreUnavailable("The database cannot be read", e);
    }
  }

  /**
   * Takes into the file what a server that was killed left beside it, so that it can be moved on
   * its own. None may be running.
   *
   * @throws StoreUnavailable when it is damaged
   */
  public void settle() {
    try (var connection = SqliteDatabase.source(file.toString()).getConnection()) {
      pragma(connection, "wal_checkpoint(truncate)");
      if (!pragma(connection, "journal_mode = delete").equals("delete")) {
        throw new SQLException("Somebody else has it open");
      }
    } catch (SQLException e) {
      throw new StoreUnavailable("The database " + file + " cannot be settled", e);
    }
  }

  private static String pragma(Connection connection, String pragma) throws SQLException {
    return Sql.one(connection, "pragma " + pragma, row -> row.getString(1)).orElse("");
  }

  private static Map<String, Long> counted(Connection connection) throws SQLException {
    var counted = new LinkedHashMap<String, Long>();
    for (var count : COUNTS.entrySet()) {
      counted.put(
          count.getKey(),
          Sql.one(connection, count.getValue(), row -> row.getLong(1)).orElseThrow());
    }
    return counted;
  }

  private static Map<String, String> counts() {
    var counts = new LinkedHashMap<String, String>();
    counts.put("users", "select count(*) from users");
    counts.put("applications", "select count(*) from applications");
    counts.put("consents", "select count(*) from consents");
    counts.put("grants", "select count(*) from grants");
    counts.put("guilds", "select count(*) from guilds");
    counts.put("messages", "select count(*) from messages");
    counts.put("audit_log", "select count(*) from audit_log");
    return counts;
  }

  /**
   * What is in a database.
   *
   * @param schema the newest migration that has run
   * @param isNewer whether that is one that this build does not know
   * @param counts the rows of the main tables, by name
   */
  public record Facts(String schema, boolean isNewer, Map<String, Long> counts) {}
}
