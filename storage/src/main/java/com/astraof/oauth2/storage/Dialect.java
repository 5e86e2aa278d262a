package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What the engines say differently. */
enum Dialect {
  SQLITE("blob", "integer primary key"),
  POSTGRES("bytea", "bigint generated always as identity primary key");

  private final String bytes;
  private final String identity;

  Dialect(String bytes, String identity) {
    this.bytes = bytes;
    this.identity = identity;
  }

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return product.equals("PostgreSQL") ? POSTGRES : SQLITE;
  }

  /** For the placeholders in migrations. */
  Map<String, String> words() {
    return Map.of("bytes", bytes, "identity", identity);
  }

  /** One of two statements that do the same. */
  String choose(String onSqlite, String onPostgres) {
    return switch (this) {
      case SQLITE -> onSqlite;
      case POSTGRES -> onPostgres;
    };
  }
}
