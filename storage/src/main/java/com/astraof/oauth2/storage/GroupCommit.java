package com.astraof.oauth2.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets concurrent writers share a transaction, and so one wait for the disk. Each is answered only
 * after the commit that holds its work.
 *
 * <p>One connection or a few take turns at the queue, each with a {@link Committer} of its own,
 * which says what becomes of a work that fails.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_WAITING = 4_096;
  private static final int MOST_IN_ONE_COMMIT = 256;

  /** While somebody waits for longer nobody joins the queue: they would wait longer still. */
  private static final Duration LONGEST_QUEUE = Duration.ofSeconds(1);

  private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final List<Thread> writers = new ArrayList<>();
  private final AtomicInteger writing;
  private volatile boolean closed;

  /** Nothing that is queued from now on is looked at. */
  private volatile boolean finished;

  /**
   * @param source of a connection for each writer, and another one should that break
   * @param count of writers; more than one where the engine lets several write at once
   * @param watch is told how writes fare
   */
  GroupCommit(CommitSource source, int count, CommitWatch watch) throws SQLException {
    this.writing = new AtomicInteger(count);
    var committers = new ArrayList<Committer>();
    try {
      for (int i = 0; i < count; i++) {
        committers.add(new Committer(source, watch));
      }
    } catch (SQLException e) {
      committers.forEach(Committer::close);
      throw e;
    }
    for (Committer committer : committers) {
      // A virtual thread would hold its carrier inside a driver's native calls, and lose its
      // connection when it is interrupted.
      writers.add(Thread.ofPlatform().name("group-commit").start(() -> run(committer)));
    }
  }

  /**
   * @throws StoreBusy when the queue is full or slow
   * @throws StoreUnavailable when the work fails or the commit does
   */
  <T> T write(Work<T> work) {
    var pending = new Pending<T>(work);
    try {
      if (closed) {
        throw new StoreUnavailable("The database is closed");
      }
      if (isBehind() || !queue.offer(pending)) {
        throw new StoreBusy();
      }
      if (finished) {
        pending.abandon();
      }
      return pending.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("Interrupted while waiting for a commit", e);
    } catch (ExecutionException e) {
      throw new StoreUnavailable("A write failed", e.getCause());
    }
  }

  private boolean isBehind() {
    Pending<?> next = queue.peek();
    return next != null && next.waited().compareTo(LONGEST_QUEUE) > 0;
  }

  @Override
  public void close() {
    closed = true;
    writers.forEach(Thread::interrupt);
    try {
      for (Thread writer : writers) {
        writer.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Committer committer) {
    var batch = new ArrayList<Pending<?>>(MOST_IN_ONE_COMMIT);
    try (committer) {
      while (!closed) {
        nextBatch(batch);
        committer.commit(batch);
        batch.clear();
      }
    } finally {
      closed = true;
      if (writing.decrementAndGet() == 0) {
        finished = true;
        queue.forEach(Pending::abandon);
      }
      batch.forEach(Pending::abandon);
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
}
