package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What a PostgreSQL database needs before and after rows are moved into it past the stores. */
final class PostgresTarget {
  private static final String KEEP_NODES_OUT = "lock table nodes in exclusive mode";
  private static final String RUNNING = "select count(*) from nodes where lease_until > ?";

  private static final String IDENTITIES =
      """
      select t.relname as table_name, c.attname as column_name
      from pg_class t
      join pg_attribute c on c.attrelid = t.oid and c.attidentity <> ''
      where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
      """;

  private final Connection connection;

  PostgresTarget(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws StoreUnavailable when a server runs on the database, or has died a moment ago
   */
  void refuseRunningNodes(Instant now) throws SQLException {
    if (Sql.one(connection, RUNNING, row -> row.getLong(1), now).orElse(0L) > 0) {
      throw new StoreUnavailable(
          "Servers run on that database: stop them first. One that was killed counts for two"
              + " minutes more");
    }
  }

  /** Until the transaction ends none can start. */
  void keepNodesOut() throws SQLException {
    Sql.update(connection, KEEP_NODES_OUT);
  }

  /** What is numbered by the engine goes on after the highest number that was moved. */
  void raiseNumbers() throws SQLException {
    for (Identity one : Sql.all(connection, IDENTITIES, PostgresTarget::identity)) {
      String raise =
          "select setval(pg_get_serial_sequence(?, ?), max(%s)) from %s"
              .formatted(Table.quoted(one.column()), Table.quoted(one.table()));
      Sql.one(connection, raise, row -> row.getLong(1), one.table(), one.column());
    }
  }

  /** So that the first queries are planned by what is there. */
  void analyze(List<Table> tables) throws SQLException {
    for (Table table : tables) {
      Sql.update(connection, "analyze " + table.quoted());
    }
  }

  private static Identity identity(ResultSet row) throws SQLException {
    return new Identity(Sql.text(row, "table_name"), Sql.text(row, "column_name"));
  }

  private record Identity(String table, String column) {}
}
