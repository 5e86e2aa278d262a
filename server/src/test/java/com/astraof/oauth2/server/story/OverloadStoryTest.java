package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More is asked for than the disk can write. */
@Tag("embedded")
final class OverloadStoryTest {
  private static final int READS_BETWEEN_WRITES = 50;

  /** On a busy machine; in quiet it is a matter of milliseconds. */
  private static final Duration QUICK = Duration.ofMillis(900);

  @Test
  @Attack("S-14")
  void what_is_too_much_is_refused_at_once_and_what_was_let_in_is_done() throws Exception {
    try (var server = TestServer.start();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ada = server.user("ada");
      var app = server.app();
      String refresh = app.exchange(ada.approves(app, "identify")).granted().refresh();
      var writes = new ArrayList<Future<Answer>>();

      try (var _ = new StuckDisk(server)) {
        while (writes.stream().noneMatch(Future::isDone)) {
          writes.add(threads.submit(() -> app.refresh(refresh)));
          readsAreAnswered(ada);
        }

        long start = System.nanoTime();
        app.refresh(refresh).hasStatus(503).hasHeader("Retry-After", "2");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
      }

      var answers = new ArrayList<Answer>();
      for (Future<Answer> write : writes) {
        answers.add(write.get());
      }
      assertThat(answers).extracting(Answer::status).contains(503, 200).containsOnly(503, 200);
      app.refresh(refresh).hasStatus(200);
    }
  }

  private static void readsAreAnswered(TestUser user) {
    for (int i = 0; i < READS_BETWEEN_WRITES; i++) {
      user.get("/api/v1/users/@me").hasStatus(200);
    }
  }

  /** Nobody can write while it is held: as if the disk took no more. */
  private static final class StuckDisk implements AutoCloseable {
    private final Connection connection;

    StuckDisk(TestServer server) throws SQLException {
      connection =
          DriverManager.getConnection("jdbc:sqlite:" + server.folder().resolve("astral.db"));
      run("begin immediate");
    }

    private void run(String sql) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
