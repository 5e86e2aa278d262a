package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads either engine over one connection, beside a server that may be running on it. */
final class Reader implements Database {
  private final Connection connection;

  Reader(Connection connection) {
    this.connection = connection;
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
  public <T> T end(Work<T> work) {
    return write(work);
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
