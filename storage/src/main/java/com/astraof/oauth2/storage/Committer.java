package com.astraof.oauth2.storage;

import com.astraof.oauth2.storage.JointWork.Done;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commits works together over one connection, used by one thread.
 *
 * <p>A work that fails takes nobody with it: the batch is rolled back and each work runs again,
 * alone, and once more if it only came in another's way. When nobody knows what became of a commit,
 * the engine is asked; if it cannot tell, everyone in it is told that nothing is certain, and
 * nothing is tried again.
 */
final class Committer implements AutoCloseable {
  private static final int MOST_TRIES = 5;

  /** A batch that takes longer is committed as far as it got: others wait for its rows. */
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(2);

  private final CommitSource source;
  private final CommitWatch watch;

  /** Null while there is none that works. */
  private @Nullable Connection connection;

  Committer(CommitSource source, CommitWatch watch) throws SQLException {
    this.source = source;
    this.watch = watch;
    open();
  }

  /** Answers each of them. */
  void commit(List<Pending<?>> batch) {
    int answered = 0;
    while (answered < batch.size()) {
      answered += commitSome(batch.subList(answered, batch.size()));
    }
  }

  /** Answers the first few of them, and returns how many. */
  private int commitSome(List<Pending<?>> batch) {
    long start = System.nanoTime();
    int run = 0;
    try {
      Connection open = open();
      // Whoever fails in there, all of them may have been in it.
      run = batch.size();
      Done done = together(open, batch);
      run = 0;
      while (run < batch.size() && (done.has(batch.get(run).work()) || isInTime(start))) {
        batch.get(run++).run(open, done);
      }
    } catch (SQLException | RuntimeException e) {
      undo();
      return eachAlone(batch, run, e);
    }
    commitAndAnswer(batch.subList(0, run));
    return run;
  }

  /**
   * What is done then stands in front, so that it is committed with whatever else there is time
   * for.
   */
  private Done together(Connection open, List<Pending<?>> batch) throws SQLException {
    var done = new Done();
    if (source.isFarAway() && batch.size() > 1) {
      List<Work<?>> works = new ArrayList<>();
      batch.stream().filter(one -> !one.isTooOld()).forEach(one -> works.add(one.work()));
      for (Work<?> work : works) {
        if (work instanceof JointWork<?> joint) {
          joint.together(open, works, done);
          batch.sort(Comparator.comparing(one -> !done.has(one.work())));
          break;
        }
      }
    }
    return done;
  }

  private static boolean isInTime(long start) {
    return System.nanoTime() - start < LONGEST_BATCH.toNanos();
  }

  private int eachAlone(List<Pending<?>> batch, int run, Exception first) {
    if (run == 0) {
      // There is no connection, and each would wait for one in vain.
      batch.forEach(pending -> pending.fail(first));
      return batch.size();
    }
    if (run == 1 && !SqlStates.isWorthAnotherTry(first)) {
      batch.getFirst().fail(first);
    } else {
      batch.subList(0, run).forEach(this::alone);
    }
    return run;
  }

  private void alone(Pending<?> pending) {
    for (int tries = 1; ; tries++) {
      try {
        pending.run(open(), new Done());
        commitAndAnswer(List.of(pending));
        return;
      } catch (SQLException | RuntimeException e) {
        undo();
        if (tries == MOST_TRIES || pending.isTooOld() || !SqlStates.isWorthAnotherTry(e)) {
          pending.fail(e);
          return;
        }
      }
    }
  }

  private void commitAndAnswer(List<Pending<?>> batch) {
    Optional<String> transaction = Optional.empty();
    try {
      Connection open = open();
      transaction = source.transaction(open);
      open.commit();
    } catch (SQLException e) {
      undo();
      if (transaction.isEmpty() || !isCommitted(transaction.get())) {
        batch.forEach(pending -> pending.fail(e));
        return;
      }
    }
    batch.forEach(Pending::answer);
    watch.committed(batch.size());
    batch.forEach(pending -> watch.waited(pending.waited()));
  }

  /** The old connection may hang in the commit, so another one asks. */
  private boolean isCommitted(String transaction) {
    letGo();
    try {
      boolean committed = source.isCommitted(open(), transaction);
      undo();
      return committed;
    } catch (SQLException e) {
      letGo();
      return false;
    }
  }

  private Connection open() throws SQLException {
    if (connection == null) {
      connection = source.open();
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

  @Override
  public void close() {
    letGo();
  }
}
