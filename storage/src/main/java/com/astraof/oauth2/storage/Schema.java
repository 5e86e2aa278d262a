package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * How far a database has been migrated.
 *
 * @param version the latest migration that succeeded
 */
public record Schema(int version) {
  /** Flyway's own table. */
  private static final String MIGRATIONS =
      "select version, success from flyway_schema_history where version is not null";

  static Schema read(Connection connection) throws SQLException {
    return Sql.all(connection, MIGRATIONS, Schema::row).stream()
        .max(Comparator.comparingInt(Schema::version))
        .orElse(new Schema(0));
  }

  private static Schema row(ResultSet row) throws SQLException {
    return new Schema(row.getBoolean("success") ? Integer.parseInt(Sql.text(row, "version")) : 0);
  }
}
