package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells the other nodes of a PostgreSQL server, at the commit, that something ended. Nothing
 * depends on it: they read the feed all the same, a little later. It carries no word of what ended.
 */
final class EndingBell {
  static final String CHANNEL = "astral_endings";

  private static final String RING = "select pg_notify('" + CHANNEL + "', '') is null as rung";

  private final boolean isThere;

  private EndingBell(boolean isThere) {
    this.isThere = isThere;
  }

  /** Tries it: in the transaction of an ending there must be no statement that may fail. */
  static EndingBell find(PostgresSource source) {
    try (var connection = source.open()) {
      new EndingBell(true).ring(connection);
      return new EndingBell(true);
    } catch (SQLException e) {
      return new EndingBell(false);
    }
  }

  void ring(Connection connection) throws SQLException {
    if (isThere) {
      Sql.one(connection, RING, row -> true);
    }
  }
}
