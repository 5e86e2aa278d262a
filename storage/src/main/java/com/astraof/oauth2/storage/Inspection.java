package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operator has to know about a database. Looking changes nothing.
 *
 * @param engine its name and version
 * @param lax settings of the engine under which what was answered can be lost
 * @param migration the newest that has run
 * @param pending how many have not
 * @param isNewer whether it has one that this build does not know
 * @param clock what time it is there; empty for the embedded engine, which has no clock of its own
 * @param latest when the newest line of the audit log was written
 */
public record Inspection(
    String engine,
    List<String> lax,
    String migration,
    int pending,
    boolean isNewer,
    Optional<Instant> clock,
    Optional<Instant> latest) {
  private static final String LATEST = "select at from audit_log order by id desc limit 1";
  private static final String POSTGRES_CLOCK =
      "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint) as at";
  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  public Inspection {
    lax = List.copyOf(lax);
  }

  /**
   * Looks at a database beside the server that may be running on it.
   *
   * @throws StoreUnavailable when there is none, or it cannot be read
   */
  public static Inspection of(DatabaseAddress address) {
    return switch (address) {
      case DatabaseAddress.Sqlite(var file) -> {
        try (var database = SqliteDatabase.reading(file)) {
          var standing = Migrations.standing(SqliteDatabase.readingSource(file));
          yield database.read(connection -> of(connection, standing));
        }
      }
      case DatabaseAddress.Postgres server -> {
        try (var database = PostgresDatabase.reading(server);
            var pool = new PostgresSource(server).unboundedPool()) {
          var standing = Migrations.standing(pool);
          yield database.read(connection -> of(connection, standing));
        }
      }
    };
  }

  private static Inspection of(Connection connection, Optional<Migrations.Standing> standing)
      throws SQLException {
    var schema =
        standing.orElseThrow(() -> new StoreUnavailable("The database is not one of this server"));
    var about = connection.getMetaData();
    Dialect dialect = Dialect.of(connection);
    return new Inspection(
        about.getDatabaseProductName() + " " + about.getDatabaseProductVersion(),
        dialect == Dialect.POSTGRES ? lax(connection) : List.of(),
        schema.version(),
        schema.pending(),
        schema.isNewer(),
        dialect == Dialect.POSTGRES ? at(connection, POSTGRES_CLOCK) : Optional.empty(),
        at(connection, LATEST));
  }

  /** The embedded engine's own are set for each connection, by us. */
  private static List<String> lax(Connection connection) throws SQLException {
    var lax = new ArrayList<String>();
    for (String setting : DURABILITY) {
      String value = Sql.one(connection, "show " + setting, row -> row.getString(1)).orElseThrow();
      if (value.equals("off")) {
        lax.add(setting);
      }
    }
    return lax;
  }

  private static Optional<Instant> at(Connection connection, String sql) throws SQLException {
    return Sql.one(connection, sql, row -> Sql.instant(row, "at"));
  }
}
