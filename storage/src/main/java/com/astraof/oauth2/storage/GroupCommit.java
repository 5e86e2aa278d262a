package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets concurrent writers share a transaction, and so one wait for the disk. Each is answered only
 * after the commit that holds its work.
 *
 * <p>A work that fails takes nobody with it: the batch is rolled back and each work runs again,
 * alone. When a commit fails, everyone in it is told that nothing is certain, and nothing is tried
 * again.
 *
 * <p>The connection belongs to one platform thread: a virtual thread would hold its carrier inside
 * the driver's native calls.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_WAITING = 4_096;
  private static final int MOST_IN_ONE_COMMIT = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Opener opener;
  private final CommitWatch watch;
  private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private volatile boolean closed;

  /** Nothing that is queued from now on is looked at. */
  private volatile boolean finished;

  /** Null while there is none that works; used by the writer's thread alone. */
  private @Nullable Connection connection;

  /**
   * @param opener opens the one connection, and another one should that break
   */
  GroupCommit(Opener opener, CommitWatch watch) throws SQLException {
    this.opener = opener;
    this.watch = watch;
    open();
    this.writer = Thread.ofPlatform().name("group-commit").start(this::run);
  }

  /**
   * @throws StoreUnavailable when the queue stays full, the work fails or the commit does
   */
  <T> T write(Work<T> work) {
    var pending = new Pending<T>(work);
    try {
      if (closed || !queue.offer(pending, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreUnavailable("The database takes no more writes at the moment");
      }
      if (finished) {
        pending.abandon();
      }
      return pending.outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("Interrupted while waiting for a commit", e);
    } catch (ExecutionException e) {
      throw new StoreUnavailable("A write failed", e.getCause());
    }
  }

  @Override
  public void close() {
    closed = true;
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var batch = new ArrayList<Pending<?>>(MOST_IN_ONE_COMMIT);
    try {
      while (!closed) {
        nextBatch(batch);
        commit(batch);
        batch.clear();
      }
    } finally {
      closed = true;
      finished = true;
      queue.forEach(Pending::abandon);
      batch.forEach(Pending::abandon);
      letGo();
    }
  }

  private void nextBatch(List<Pending<?>> batch) {
    try {
      batch.add(queue.take());
      queue.drainTo(batch, MOST_IN_ONE_COMMIT - 1);
    } catch (InterruptedException e) {
      closed = true;
      queue.drainTo(batch);
    }
  }

  private void commit(List<Pending<?>> batch) {
    try {
      Connection open = open();
      for (Pending<?> pending : batch) {
        pending.run(open);
      }
    } catch (SQLException | RuntimeException e) {
      undo();
      eachAlone(batch, e);
      return;
    }
    commitAndAnswer(batch);
  }

  private void eachAlone(List<Pending<?>> batch, Exception first) {
    if (batch.size() == 1) {
      batch.getFirst().fail(first);
      return;
    }
    for (Pending<?> pending : batch) {
      commit(List.of(pending));
    }
  }

  private void commitAndAnswer(List<Pending<?>> batch) {
    try {
      open().commit();
    } catch (SQLException e) {
      undo();
      batch.forEach(pending -> pending.fail(e));
      return;
    }
    batch.forEach(Pending::answer);
    tell(batch);
  }

  private void tell(List<Pending<?>> batch) {
    long now = System.nanoTime();
    watch.committed(batch.size());
    for (Pending<?> pending : batch) {
      watch.waited(Duration.ofNanos(now - pending.askedAt));
    }
  }

  private Connection open() throws SQLException {
    if (connection == null) {
      connection = opener.open();
      connection.setAutoCommit(false);
    }
    return connection;
  }

  /**
   * After some errors there is nothing left to roll back and no telling in which state the
   * connection is.
   */
  private void undo() {
    try {
      if (connection != null) {
        connection.rollback();
      }
    } catch (SQLException e) {
      letGo();
    }
  }

  private void letGo() {
    Connection old = connection;
    connection = null;
    try {
      if (old != null) {
        old.close();
      }
    } catch (SQLException ignored) {
      // It was given up already; the next batch opens another.
    }
  }

  /** Opens a connection for writing. */
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  /** A work, and the caller who waits for it. */
  private static final class Pending<T> {
    private final Work<T> work;
    private final long askedAt = System.nanoTime();
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private Optional<T> result = Optional.empty();

    Pending(Work<T> work) {
      this.work = work;
    }

    void run(Connection connection) throws SQLException {
      result = Optional.of(work.on(connection));
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
  }
}
