package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A work, and the caller who waits for it. */
final class Pending<T> {
  private final Work<T> work;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private final long since = System.nanoTime();
  private Optional<T> result = Optional.empty();

  Pending(Work<T> work) {
    this.work = work;
  }

  void run(Connection connection) throws SQLException {
    result = Optional.of(work.on(connection));
  }

  boolean isOlderThan(Duration age) {
    return System.nanoTime() - since > age.toNanos();
  }

  void answer() {
    outcome.complete(result.orElseThrow());
  }

  void fail(Exception cause) {
    outcome.completeExceptionally(cause);
  }

  /** Whoever has no answer yet gets none. */
  void abandon() {
    fail(new SQLException("The database is closed"));
  }

  /** Waits until the work is on disk. */
  T await() throws InterruptedException, ExecutionException {
    return outcome.get();
  }
}
