package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where the connections of a {@link GroupCommit} come from. */
@FunctionalInterface
interface CommitSource {
  /** Opens a connection for writing. */
  Connection open() throws SQLException;

  /** Whether each statement is a journey, so that many works in one are worth the trouble. */
  default boolean isFarAway() {
    return false;
  }

  /** A name for the transaction under way, by which {@link #isCommitted} knows it later. */
  default Optional<String> transaction(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /** Whether that transaction was committed, asked over another connection; no when in doubt. */
  default boolean isCommitted(Connection connection, String transaction) throws SQLException {
    return false;
  }
}
