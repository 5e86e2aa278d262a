package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.testing.Attack;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers that share a commit share nothing else. */
final class GroupCommitTest {
  private static final String ADD =
      "insert into signing_keys (id, envelope, created_at) values (?, '', 0)";
  private static final String COUNT = "select count(*) as n from signing_keys";

  @TempDir private Path folder;

  private SqliteDatabase open() {
    return new SqliteDatabase(folder.resolve("astral.db"));
  }

  private static int count(SqliteDatabase database) {
    return database.read(
        connection -> Sql.one(connection, COUNT, row -> row.getInt("n")).orElseThrow());
  }

  @Test
  void what_was_answered_is_read_by_others() {
    try (var database = open()) {
      database.write(connection -> Sql.update(connection, ADD, "one"));

      assertThat(count(database)).isEqualTo(1);
    }
  }

  @Test
  void a_work_runs_again_when_a_command_wrote_after_it_had_read() {
    var runs = new AtomicInteger();
    try (var server = open();
        var command = open()) {
      int seen =
          server.write(
              connection -> {
                int found = Sql.one(connection, COUNT, row -> row.getInt("n")).orElseThrow();
                if (runs.incrementAndGet() == 1) {
                  command.write(beside -> Sql.update(beside, ADD, "theirs"));
                }
                Sql.update(connection, ADD, "ours");
                return found;
              });

      assertThat(runs).hasValue(2);
      assertThat(seen).isEqualTo(1);
      assertThat(count(server)).isEqualTo(2);
    }
  }

  @Test
  void a_work_that_fails_takes_neither_its_neighbours_nor_half_of_itself_with_it()
      throws Exception {
    var gate = new CountDownLatch(1);
    try (var database = open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var holding =
          threads.submit(
              () ->
                  database.write(
                      connection -> {
                        awaitQuietly(gate);
                        return 0;
                      }));
      var good = new ArrayList<Future<Integer>>();
      var bad = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 20; i++) {
        String id = "key " + i;
        good.add(threads.submit(() -> database.write(c -> Sql.update(c, ADD, id))));
        bad.add(
            threads.submit(
                () ->
                    database.write(
                        c -> {
                          Sql.update(c, ADD, "half of " + id);
                          throw new SQLException("deliberate");
                        })));
      }
      gate.countDown();
      holding.get();

      for (Future<Integer> one : good) {
        assertThat(one.get()).isEqualTo(1);
      }
      for (Future<Integer> one : bad) {
        assertThatThrownBy(one::get).hasCauseInstanceOf(StoreUnavailable.class);
      }
      assertThat(count(database)).isEqualTo(20);
    }
  }

  @Test
  @Attack("S-14")
  void who_finds_the_queue_full_is_refused_and_who_stands_in_it_is_not() throws Exception {
    var gate = new CountDownLatch(1);
    try (var database = open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> waiting =
          () ->
              database.write(
                  connection -> {
                    awaitQuietly(gate);
                    return 1;
                  });
      var writes = new ArrayList<Future<Integer>>();
      while (writes.stream().noneMatch(Future::isDone)) {
        for (int i = 0; i < 1_000; i++) {
          writes.add(threads.submit(waiting));
        }
      }
      gate.countDown();

      int done = 0;
      for (Future<Integer> write : writes) {
        try {
          done += write.get();
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(StoreBusy.class);
        }
      }
      assertThat(done).isBetween(4_096, writes.size() - 1);
    }
  }

  @Test
  void an_unexpected_exception_ends_only_its_own_work() {
    try (var database = open()) {
      assertThatThrownBy(
              () ->
                  database.write(
                      connection -> {
                        throw new IllegalStateException("a bug");
                      }))
          .isInstanceOf(StoreUnavailable.class)
          .hasRootCauseInstanceOf(IllegalStateException.class);

      assertThat(database.<Integer>write(connection -> Sql.update(connection, ADD, "one")))
          .isEqualTo(1);
    }
  }

  @Test
  @Attack("S-14")
  void a_full_disk_acknowledges_nothing_and_mends_by_itself() {
    try (var database = open()) {
      database.write(connection -> Sql.update(connection, ADD, "before"));
      int pages = database.write(c -> pragma(c, "page_count"));
      database.write(c -> pragma(c, "max_page_count = " + (pages + 2)));

      String big = "x".repeat(100_000);
      assertThatThrownBy(() -> database.write(c -> Sql.update(c, ADD, big)))
          .isInstanceOf(StoreUnavailable.class);
      assertThat(count(database)).isEqualTo(1);

      // The limit was the old connection's: a new one finds room again, as after a clean-up.
      database.write(connection -> Sql.update(connection, ADD, "after"));
      assertThat(count(database)).isEqualTo(2);
    }
  }

  private static int pragma(Connection connection, String text) throws SQLException {
    return Sql.one(connection, "pragma " + text, row -> row.getInt(1)).orElseThrow();
  }

  @Test
  @Attack("S-14")
  void a_write_after_closing_is_refused_and_does_not_wait_for_ever() {
    var database = open();
    database.close();

    assertThatThrownBy(() -> database.write(connection -> 1)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void closing_answers_everyone_who_still_waits() throws Exception {
    var database = open();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writes = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 200; i++) {
        String id = "key " + i;
        writes.add(threads.submit(() -> isWritten(database, id)));
      }
      database.close();

      int acknowledged = 0;
      for (Future<Boolean> write : writes) {
        acknowledged += write.get() ? 1 : 0;
      }
      try (var again = open()) {
        assertThat(count(again)).isEqualTo(acknowledged);
      }
    }
  }

  private static boolean isWritten(SqliteDatabase database, String id) {
    try {
      return database.write(connection -> Sql.update(connection, ADD, id)) == 1;
    } catch (StoreUnavailable refused) {
      return false;
    }
  }

  private static void awaitQuietly(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
