package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.storage.testing.PostgresServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection breaks in the middle of a commit, before or after it was done. */
final class LostCommitTest {
  private static final String ADD =
      "insert into signing_keys (id, envelope, created_at) values (?, '', 0)";
  private static final String COUNT = "select count(*) as n from signing_keys";

  private enum Break {
    NEVER,
    BEFORE,
    AFTER
  }

  private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);
  private PostgresSource source;
  private GroupCommit writer;

  @BeforeEach
  void open() throws SQLException {
    var database = PostgresServer.running().make();
    new PostgresDatabase(database, Patience.NONE).close();
    source = new PostgresSource(database);
    writer = new GroupCommit(new Breaking(), 1, CommitWatch.NOBODY);
  }

  @AfterEach
  void close() {
    writer.close();
  }

  private int write(String id) {
    return writer.write(connection -> Sql.update(connection, ADD, id));
  }

  private int count() throws SQLException {
    try (var connection = source.open()) {
      return Sql.one(connection, COUNT, row -> row.getInt("n")).orElseThrow();
    }
  }

  @Test
  void what_was_committed_is_answered_although_nobody_heard_of_it() throws SQLException {
    next.set(Break.AFTER);

    assertThat(write("one")).isEqualTo(1);
    assertThat(count()).isEqualTo(1);
    assertThat(write("two")).isEqualTo(1);
  }

  @Test
  void what_was_not_committed_is_refused_and_may_be_tried_again() throws SQLException {
    next.set(Break.BEFORE);

    assertThatThrownBy(() -> write("one")).isInstanceOf(StoreUnavailable.class);
    assertThat(count()).isZero();
    assertThat(write("one")).isEqualTo(1);
  }

  /** Real connections, of which one breaks at a commit. */
  private final class Breaking implements CommitSource {
    @Override
    public Connection open() throws SQLException {
      Connection real = source.open();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                try {
                  if (method.getName().equals("commit")) {
                    commit(real);
                    return null;
                  }
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    private void commit(Connection real) throws SQLException {
      Break now = next.getAndSet(Break.NEVER);
      if (now != Break.BEFORE) {
        real.commit();
      }
      if (now != Break.NEVER) {
        real.close();
        throw new SQLException("The connection broke", "08006");
      }
    }

    @Override
    public Optional<String> transaction(Connection connection) throws SQLException {
      return source.transaction(connection);
    }

    @Override
    public boolean isCommitted(Connection connection, String transaction) throws SQLException {
      return source.isCommitted(connection, transaction);
    }
  }
}
