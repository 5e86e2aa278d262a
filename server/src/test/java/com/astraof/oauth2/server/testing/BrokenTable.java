package com.astraof.oauth2.server.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A table that a server's own database has lost, until it is mended. */
public final class BrokenTable implements AutoCloseable {
  private final TestServer server;
  private final String table;

  public BrokenTable(TestServer server, String table) {
    this.server = server;
    this.table = table;
    run(server, "alter table " + table + " rename to " + table + "_away");
  }

  /** Changes a server's database behind its back. */
  public static void run(TestServer server, String sql) {
    String url = "jdbc:sqlite:" + server.folder().resolve("astral.db");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 10000");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    run(server, "alter table " + table + "_away rename to " + table);
  }
}
