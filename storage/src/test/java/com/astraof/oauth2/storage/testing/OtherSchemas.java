package com.astraof.oauth2.storage.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Schemas as other builds have them, older and newer. */
final class OtherSchemas {
  static final Map<String, String> SQLITE =
      Map.of("bytes", "blob", "identity", "integer primary key");
  static final Map<String, String> POSTGRES =
      Map.of("bytes", "bytea", "identity", "bigint generated always as identity primary key");

  private static final String REMEMBER =
      """
      insert into flyway_schema_history (installed_rank, version, description, type, script,
        checksum, installed_by, execution_time, success)
      values (9999, '9999', 'newer', 'SQL', 'V9999__newer.sql', 1, 'tests', 1, true)
      """;

  private OtherSchemas() {}

  static void older(int version, String url, Map<String, String> words) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:com/astraof/oauth2/storage/migrations")
        .placeholders(words)
        .target(String.valueOf(version))
        .load()
        .migrate();
  }

  /** Two more columns in every table, one more table, and a line in the history. */
  static void newer(String url) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        statement.execute("alter table " + table + " add column newer_note text");
        statement.execute(
            "alter table " + table + " add column newer_count int not null default 7");
      }
      statement.execute("create table newer_things (id bigint primary key, at bigint not null)");
      statement.execute(REMEMBER);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    try (var found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        if (!name.startsWith("flyway") && !name.startsWith("sqlite")) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
