package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done with a connection. As a write it may run twice, so it has no effect but on the
 * database.
 */
@FunctionalInterface
interface Work<T> {
  T on(Connection connection) throws SQLException;
}
