package com.astraof.oauth2.storage;

import com.astraof.oauth2.storage.JointWork.Done;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A work, and the caller who waits for it. */
final class Pending<T> {
  /** So that no commit is much later than what it says. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

  private final Work<T> work;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private final long since = System.nanoTime();
  private Optional<T> result = Optional.empty();

  Pending(Work<T> work) {
    this.work = work;
  }

  Work<T> work() {
    return work;
  }

  /** Does the work, unless that is done or it has waited too long. */
  void run(Connection connection, Done done) throws SQLException {
    result = done.of(work);
    if (result.isPresent()) {
      return;
    }
    if (isTooOld()) {
      fail(new SQLException("The work waited too long for its turn"));
    } else {
      result = Optional.of(work.on(connection));
    }
  }

  boolean isTooOld() {
    return waited().compareTo(LONGEST_WAIT) > 0;
  }

  /** How long ago the work was asked for. */
  Duration waited() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** What was done is on disk. */
  void answer() {
    result.ifPresent(outcome::complete);
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
