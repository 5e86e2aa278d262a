package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.storage.SqliteImport.Outcome.AlreadyThere;
import com.astraof.oauth2.storage.SqliteImport.Outcome.Imported;
import com.astraof.oauth2.storage.testing.Filler;
import com.astraof.oauth2.storage.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rows of all tables, from one engine to the other. */
final class MoveTest {
  private static final PostgresServer SERVER = PostgresServer.running();

  /** More than a portion. */
  private static final int ROWS = 1_100;

  private static final String HOLD =
      "insert into nodes (number, holder, lease_until) values (0, '\\x00', 9000000000000)";

  @TempDir private Path folder;
  private final DatabaseAddress.Postgres target = SERVER.make();

  @BeforeEach
  void fill() {
    Storage.sqlite(file()).close();
    new Filler(file()).fillEmptyTables(ROWS);
  }

  private Path file() {
    return folder.resolve("astral.db");
  }

  private SqliteImport.Outcome imports(MoveWatch watch) {
    var moving = new SqliteImport(file(), target, NOON, watch);
    moving.prepare();
    return moving.run();
  }

  private static Storage opened(DatabaseAddress.Postgres server) {
    return Storage.postgres(server, Patience.NONE);
  }

  /** What a database holds, as far as it is moved. */
  private static List<TableSum> sums(DatabaseAddress database) {
    var sums = new ArrayList<TableSum>();
    try (var connection =
        switch (database) {
          case DatabaseAddress.Sqlite(var file) -> SqliteDatabase.readOnly(file).getConnection();
          case DatabaseAddress.Postgres server -> new PostgresSource(server).open();
        }) {
      connection.setAutoCommit(false);
      for (Table table : Catalog.read(connection)) {
        sums.add(TableSum.of(connection, table));
      }
      return sums;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void every_table_arrives_as_it_was() {
    var all = sums(new DatabaseAddress.Sqlite(file()));
    assertThat(all).hasSizeGreaterThan(30).allMatch(table -> table.rows() == ROWS);

    assertThat(imports(MoveWatch.NOBODY)).isEqualTo(new Imported(all));
    assertThat(sums(target)).isEqualTo(all);
    assertThat(imports(MoveWatch.NOBODY)).isEqualTo(new AlreadyThere(all));
  }

  @Test
  void what_the_engine_numbers_goes_on_after_the_highest() {
    imports(MoveWatch.NOBODY);

    try (var storage = opened(target)) {
      storage.audit().add(event(Event.SIGNED_IN));
    }

    var audit = sums(target).stream().filter(sum -> sum.table().equals("audit_log")).findFirst();
    assertThat(audit.orElseThrow().rows()).isEqualTo(ROWS + 1);
  }

  @Test
  void cut_off_anywhere_it_goes_on_and_no_server_starts_meanwhile() {
    var all = sums(new DatabaseAddress.Sqlite(file()));
    Set<String> copied = new HashSet<>();

    for (int calls : new int[] {20, 40, 60}) {
      assertThatThrownBy(() -> imports(new CutAfter(calls, copied))).isInstanceOf(Cut.class);
      assertThatThrownBy(() -> opened(target))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("unfinished: run astral import-sqlite again");
    }
    assertThat(copied).as("went further each time").hasSizeGreaterThan(25);

    assertThat(imports(MoveWatch.NOBODY)).isEqualTo(new Imported(all));
    opened(target).close();
  }

  @Test
  void a_target_with_rows_of_its_own_is_refused_and_left_alone() {
    try (var storage = opened(target)) {
      storage.audit().add(event(Event.SIGNED_IN));
    }
    var before = sums(target);

    assertThatThrownBy(() -> imports(MoveWatch.NOBODY))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("audit_log")
        .hasMessageContaining("empty database");
    assertThat(sums(target)).isEqualTo(before);
  }

  @Test
  void while_a_node_runs_on_the_target_nothing_is_moved() {
    opened(target).close();
    SERVER.execute(target.database(), HOLD);

    assertThatThrownBy(() -> imports(MoveWatch.NOBODY))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("Servers run on that database");
    assertThatThrownBy(() -> new Refill(target, NOON, MoveWatch.NOBODY).from(file(), true))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("Servers run on that database");
  }

  @Test
  void what_has_changed_since_the_import_began_is_found() {
    assertThatThrownBy(() -> imports(new CutAfter(30, new HashSet<>()))).isInstanceOf(Cut.class);
    SERVER.execute(target.database(), "update application_days set refusals = 0 where day = 7");

    assertThatThrownBy(() -> imports(MoveWatch.NOBODY))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("application_days")
        .hasMessageContaining("has changed since");
  }

  @Test
  void a_snapshot_of_a_servers_database_is_a_file_like_any_other_and_fills_one_again() {
    imports(MoveWatch.NOBODY);
    var all = sums(target);
    Path copy = folder.resolve("copy.db");

    new Snapshot(target, MoveWatch.NOBODY).copyTo(copy);

    assertThat(sums(new DatabaseAddress.Sqlite(copy))).isEqualTo(all);
    assertThat(new DatabaseFile(copy).facts().counts()).containsEntry("users", (long) ROWS);
    var other = SERVER.make();
    var refill = new Refill(other, NOON, MoveWatch.NOBODY);
    refill.from(copy, false);
    assertThat(sums(other)).isEqualTo(all);
    assertThatThrownBy(() -> refill.from(copy, false))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("--replace");
    refill.from(copy, true);
    assertThat(sums(other)).isEqualTo(all);
  }

  @Test
  void a_refill_that_is_cut_off_has_changed_nothing() {
    var other = SERVER.make();
    try (var storage = opened(other)) {
      storage.audit().add(event(Event.SIGNED_IN));
    }
    var before = sums(other);

    assertThatThrownBy(
            () -> new Refill(other, NOON, new CutAfter(9, new HashSet<>())).from(file(), true))
        .isInstanceOf(Cut.class);

    assertThat(sums(other)).isEqualTo(before);
  }

  /** Stands for a process that ends at its so many-th portion. */
  private static final class CutAfter implements MoveWatch {
    private final Set<String> copied;
    private int left;

    CutAfter(int calls, Set<String> copied) {
      this.left = calls;
      this.copied = copied;
    }

    @Override
    public void at(Step step, String table, long done, long all) {
      copied.add(table);
      left--;
      if (left == 0) {
        throw new Cut();
      }
    }
  }

  private static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
