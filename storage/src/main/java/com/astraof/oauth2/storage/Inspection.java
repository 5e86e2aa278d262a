package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operator has to know about a database. Looking changes nothing.
 *
 * @param engine its name and version
 * @param lax settings of the engine under which what was answered can be lost
 * @param schema how far it has come
 * @param apart by how much its clock and ours differ at least, however long the way there took;
 *     empty for the embedded engine, which has no clock of its own
 * @param latest when the newest line of the audit log was written
 */
public record Inspection(
    String engine,
    List<String> lax,
    Standing schema,
    Optional<Duration> apart,
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
   * @param clock ours, to compare with
   * @throws StoreUnavailable when there is none, or it cannot be read
   */
  public static Inspection of(DatabaseAddress address, InstantSource clock) {
    return switch (address) {
      case DatabaseAddress.Sqlite(var file) -> {
        try (var database = SqliteDatabase.reading(file)) {
          yield database.read(connection -> of(connection, schema(address), clock));
        }
      }
      case DatabaseAddress.Postgres server -> {
        try (var database = PostgresDatabase.reading(server)) {
          yield database.read(connection -> of(connection, schema(address), clock));
        }
      }
    };
  }

  private static Standing schema(DatabaseAddress address) {
    Standing schema = new SchemaUpgrade(address).standing();
    if (schema.version() == 0) {
      throw new StoreUnavailable("The database is not one of this server");
    }
    return schema;
  }

  private static Inspection of(Connection connection, Standing schema, InstantSource clock)
      throws SQLException {
    var about = connection.getMetaData();
    Dialect dialect = Dialect.of(connection);
    return new Inspection(
        about.getDatabaseProductName() + " " + about.getDatabaseProductVersion(),
        dialect == Dialect.POSTGRES ? lax(connection) : List.of(),
        schema,
        dialect == Dialect.POSTGRES ? apart(connection, clock) : Optional.empty(),
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

  /** It was read somewhere on the way there and back, so that much says nothing. */
  private static Optional<Duration> apart(Connection connection, InstantSource clock)
      throws SQLException {
    Instant before = clock.instant();
    Optional<Instant> there = at(connection, POSTGRES_CLOCK);
    Instant after = clock.instant();
    return there.map(
        instant -> {
          if (instant.isBefore(before)) {
            return Duration.between(instant, before);
          }
          return instant.isAfter(after) ? Duration.between(after, instant) : Duration.ZERO;
        });
  }

  private static Optional<Instant> at(Connection connection, String sql) throws SQLException {
    return Sql.one(connection, sql, row -> Sql.instant(row, "at"));
  }
}
