package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** A work of which one statement does many, where a statement is a journey to another process. */
interface JointWork<T> extends Work<T> {
  /**
   * Does of these what it can, and leaves the rest to each one's own {@link #on}.
   *
   * @param works of any kind
   */
  void together(Connection connection, List<Work<?>> works, Done done) throws SQLException;

  /** What has been done together in the transaction under way. */
  final class Done {
    private final IdentityHashMap<Work<?>, Object> results = new IdentityHashMap<>();

    <T> void put(Work<T> work, T result) {
      results.put(work, result);
    }

    boolean has(Work<?> work) {
      return results.containsKey(work);
    }

    // What was put for a work is a result of that work.
    @SuppressWarnings("unchecked")
    <T> Optional<T> of(Work<T> work) {
      return Optional.ofNullable((T) results.get(work));
    }
  }
}
