package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.IDENTIFY;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.id.UserId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the embedded database. */
final class DatabaseFileTest {
  @TempDir private Path folder;

  private Path database() {
    return folder.resolve("astral.db");
  }

  private static void approve(Storage storage, long user) {
    storage.consents().approve(new UserId(user), APP, IDENTIFY, ada(NOON));
  }

  @Test
  void a_copy_taken_while_others_write_holds_each_transaction_whole() {
    var users = new AtomicLong();
    var done = new AtomicBoolean();
    try (var storage = Storage.sqlite(database());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.execute(
            () -> {
              while (!done.get()) {
                approve(storage, users.incrementAndGet());
              }
            });
      }
      try {
        assertThatTheyGrow();
      } finally {
        done.set(true);
      }
    }
  }

  /** Each approval is a consent and a line of the audit log, in one transaction. */
  private void assertThatTheyGrow() {
    long last = 0;
    for (int i = 0; i < 5; i++) {
      Path copy = folder.resolve("copy-" + i);
      new DatabaseFile(database()).copyTo(copy);
      var counts = new DatabaseFile(copy).facts().counts();
      long consents = counts.getOrDefault("consents", -1L);
      assertThat(counts).containsEntry("audit_log", consents);
      assertThat(consents).isGreaterThanOrEqualTo(last);
      last = consents;
    }
    assertThat(last).isPositive();
  }

  @Test
  void a_copy_tells_its_schema_and_is_a_database_like_any() {
    try (var storage = Storage.sqlite(database())) {
      approve(storage, 1);
    }
    Path copy = folder.resolve("copy");

    new DatabaseFile(database()).copyTo(copy);

    var facts = new DatabaseFile(copy).facts();
    assertThat(facts.schema()).matches("[0-9]+");
    assertThat(facts.isNewer()).isFalse();
    try (var storage = Storage.existing(new DatabaseAddress.Sqlite(copy))) {
      approve(storage, 2);
    }
    new DatabaseFile(copy).settle();
    assertThat(folder.resolve("copy-wal")).doesNotExist();
    assertThat(new DatabaseFile(copy).facts().counts()).containsEntry("consents", 2L);
  }

  @Test
  void a_schema_that_we_do_not_know_is_newer() throws SQLException {
    Storage.sqlite(database()).close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database())) {
      Sql.update(
          connection,
          """
          insert into flyway_schema_history (installed_rank, version, description, type, script,
            checksum, installed_by, execution_time, success)
          values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, '', 1, 1)
          """);
    }

    var facts = new DatabaseFile(database()).facts();

    assertThat(facts.isNewer()).isTrue();
    assertThat(facts.schema()).isEqualTo("999");
  }

  @Test
  void damaged_and_foreign_files_are_told_apart_from_ours() throws IOException, SQLException {
    Path foreign = folder.resolve("foreign.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + foreign)) {
      Sql.update(connection, "create table diary (page text)");
    }
    Storage.sqlite(database()).close();
    new DatabaseFile(database()).settle();
    try (var file = new RandomAccessFile(database().toFile(), "rw")) {
      file.seek(4_096);
      file.write(new byte[(int) Files.size(database()) - 4_096]);
    }

    assertThatThrownBy(() -> new DatabaseFile(foreign).facts())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("not one of this server");
    assertThatThrownBy(() -> new DatabaseFile(database()).facts())
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> new DatabaseFile(folder.resolve("none")).facts())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("no database");
  }
}
