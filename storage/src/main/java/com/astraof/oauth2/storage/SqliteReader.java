package com.astraof.oauth2.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Reads the embedded engine's file, beside a server that may be running on it. */
final class SqliteReader implements Database {
  private final Connection connection;

  SqliteReader(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StoreUnavailable("There is no database " + file);
    }
    var pragmas = new SQLiteConfig();
    pragmas.setReadOnly(true);
    pragmas.setBusyTimeout(10_000);
    var source = new SQLiteDataSource(pragmas);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      this.connection = source.getConnection();
    } catch (SQLException e) {
      throw new StoreUnavailable("The database " + file + " cannot be opened", e);
    }
  }

  @Override
  public <T> T read(Work<T> work) {
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw new StoreUnavailable("A read failed", e);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    throw new StoreUnavailable("The database is open for reading alone");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreUnavailable("The database cannot be closed", e);
    }
  }
}
