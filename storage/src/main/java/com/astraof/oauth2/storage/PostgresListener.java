package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Hears the {@link EndingBell} over a connection of its own, which it makes again when it breaks.
 * Behind a pooler, which may lend the session to others, it does not begin: the pid that was told
 * at the connection is not the one of the backend there.
 */
final class PostgresListener implements Listening {
  private static final String LISTEN = "listen " + EndingBell.CHANNEL;
  private static final String BACKEND = "select pg_backend_pid() as pid";

  /** So long a connection may be silent before it is looked after. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final PostgresSource source;
  private final Runnable heard;
  private final Consumer<String> teller;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Connection listening;
  private boolean isToldOf;

  /**
   * @param heard is run after each ring, and when some may have been missed
   * @param teller is told when nothing can be heard
   */
  PostgresListener(PostgresSource source, Runnable heard, Consumer<String> teller) {
    this.source = source;
    this.heard = heard;
    this.teller = teller;
    this.thread = Thread.ofPlatform().daemon().name("ending-listener").unstarted(this::run);
  }

  PostgresListener started() {
    thread.start();
    return this;
  }

  private void run() {
    Duration pause = Duration.ZERO;
    while (!isClosingWithin(pause)) {
      try (var connection = source.open()) {
        listening = connection;
        pause = isPooled(connection) ? later("a pooler stands before the server") : SOON;
        if (pause.equals(SOON)) {
          listen(connection);
        }
      } catch (SQLException e) {
        pause = SqlStates.isAway(e) ? SOON : later(e.getMessage());
      }
    }
  }

  /** A pooler makes up a pid of its own. */
  private static boolean isPooled(Connection connection) throws SQLException {
    int told = connection.unwrap(PGConnection.class).getBackendPID();
    return Sql.one(connection, BACKEND, row -> row.getInt("pid")).orElseThrow() != told;
  }

  /** Until the connection breaks or is closed. */
  private void listen(Connection connection) throws SQLException {
    Sql.update(connection, LISTEN);
    isToldOf = false;
    heard.run();
    var postgres = connection.unwrap(PGConnection.class);
    while (closing.getCount() > 0) {
      if (postgres.getNotifications((int) SILENCE.toMillis()).length > 0) {
        heard.run();
      } else {
        Sql.one(connection, BACKEND, row -> true);
      }
    }
  }

  private Duration later(@Nullable String reason) {
    if (!isToldOf && closing.getCount() > 0) {
      isToldOf = true;
      teller.accept("What other nodes end is asked for, not listened for: " + reason);
    }
    return LATER;
  }

  private boolean isClosingWithin(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Breaks the connection, on which the thread may be waiting. */
  @Override
  public void close() {
    closing.countDown();
    try {
      Connection open = listening;
      if (open != null) {
        open.abort(Runnable::run);
      }
      thread.join(SILENCE);
    } catch (SQLException ignored) {
      // It was broken already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
