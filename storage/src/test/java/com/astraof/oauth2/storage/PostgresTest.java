package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.storage.DatabaseAddress.Host;
import com.astraof.oauth2.storage.testing.PostgresServer;
import com.astraof.oauth2.storage.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** PostgreSQL keeps every contract. */
final class PostgresTest {
  private static final PostgresServer SERVER = PostgresServer.running();
  private static final String ADD =
      "insert into signing_keys (id, envelope, created_at) values (?, '', 0)";
  private static final String RAISE =
      "update signing_keys set created_at = created_at + 1 where id = ?";
  private static final String SUM = "select sum(created_at) as n from signing_keys";
  private static final String COLUMNS =
      """
      select table_name || '.' || column_name || ' ' || data_type
        || case when is_nullable = 'NO' then ' not null' else '' end
        || coalesce(' default ' || column_default, '') as line
      from information_schema.columns
      where table_schema = 'public' and table_name not like 'flyway%'
      order by table_name, ordinal_position
      """;
  private static final String INDEXES =
      """
      select indexdef as line from pg_indexes
      where schemaname = 'public' and tablename not like 'flyway%'
      order by tablename, indexname
      """;

  @Nested
  final class NewerRows extends NewerRowsContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Leases extends LeaseContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class SharedLimits extends SharedLimitsContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class NodeLeases extends NodeLeaseContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Races extends RaceContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Grants extends GrantStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class GrantRegisters extends GrantRegisterContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Users extends UserStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Closures extends ClosureStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class AccountRegisters extends AccountRegisterContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Factors extends FactorStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Applications extends ApplicationStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Registrations extends RegistrationStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Guilds extends GuildStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class GuildChanges extends GuildChangeContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Messages extends MessageStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Once extends OnceStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Insight extends InsightStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Mails extends MailQueueContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Emails extends EmailStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class SigningKeys extends SigningKeyStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Connections extends ConnectionStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Nested
  final class Devices extends DeviceAuthorizationStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }
  }

  @Test
  void the_server_of_the_tests_waits_for_the_disk_as_one_in_earnest_does() {
    try (var database = new PostgresDatabase(SERVER.make(), Patience.NONE)) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(database.<String>write(connection -> show(connection, setting)))
            .as(setting)
            .isEqualTo("on");
      }
    }
  }

  @Test
  void nothing_waits_for_ever() {
    try (var database = new PostgresDatabase(SERVER.make(), Patience.NONE)) {
      for (String setting :
          List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")) {
        String ofWriter = database.write(connection -> show(connection, setting));
        String ofReader = database.read(connection -> show(connection, setting));

        assertThat(ofWriter).as(setting).matches("[1-9][0-9]?s").isEqualTo(ofReader);
      }
    }
  }

  @Test
  void behind_a_pool_of_transactions_no_statement_is_left_prepared() {
    assertThat(prepared(Map.of())).isPositive();
    assertThat(prepared(Map.of("prepareThreshold", "0"))).isZero();
  }

  private static int prepared(Map<String, String> parameters) {
    var made = SERVER.make();
    var address =
        new DatabaseAddress.Postgres(
            made.hosts(), made.database(), made.user(), made.password(), parameters);
    try (var database = new PostgresDatabase(address, Patience.NONE)) {
      for (int i = 0; i < 10; i++) {
        database.read(connection -> show(connection, "fsync"));
      }
      return database.read(
          connection ->
              Sql.one(
                      connection,
                      "select count(*) as n from pg_prepared_statements",
                      row -> row.getInt("n"))
                  .orElseThrow());
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    return Sql.one(connection, "show " + setting, row -> Sql.text(row, setting)).orElseThrow();
  }

  @Test
  void the_fate_of_a_transaction_can_be_asked_for() throws SQLException {
    var made = SERVER.make();
    new PostgresDatabase(made, Patience.NONE).close();
    var source = new PostgresSource(made);
    try (var one = source.open();
        var other = source.open()) {
      one.setAutoCommit(false);
      assertThat(source.transaction(one)).as("of one that wrote nothing").isEmpty();
      Sql.update(one, ADD, "kept");
      String kept = source.transaction(one).orElseThrow();
      assertThat(source.isCommitted(other, kept)).as("while it is under way").isFalse();
      one.commit();
      Sql.update(one, ADD, "dropped");
      String dropped = source.transaction(one).orElseThrow();
      one.rollback();

      assertThat(source.isCommitted(other, kept)).isTrue();
      assertThat(source.isCommitted(other, dropped)).isFalse();
    }
  }

  @Test
  void a_server_that_cuts_all_connections_is_written_to_again() {
    var made = SERVER.make();
    try (var database = new PostgresDatabase(made, Patience.NONE)) {
      database.write(connection -> Sql.update(connection, ADD, "before"));
      SERVER.execute(
          "postgres",
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
              + made.database()
              + "'");

      assertThat(database.<Integer>write(connection -> Sql.update(connection, ADD, "after")))
          .isEqualTo(1);
    }
  }

  @Test
  void a_work_that_fails_takes_neither_its_neighbours_nor_half_of_itself_with_it() {
    try (var database = new PostgresDatabase(SERVER.make(), Patience.NONE)) {
      var written =
          Together.times(
              64,
              number ->
                  number % 2 == 0
                      ? database.write(c -> Sql.update(c, ADD, "key " + number))
                      : refused(database, number));

      assertThat(written).hasSize(64).filteredOn(rows -> rows == 1).hasSize(32);
      assertThat(database.<Integer>read(PostgresTest::count)).isEqualTo(32);
    }
  }

  /** A statement that fails aborts PostgreSQL's whole transaction. */
  private static int refused(PostgresDatabase database, int number) {
    try {
      return database.write(
          connection -> {
            Sql.update(connection, ADD, "half of " + number);
            return Sql.update(connection, "insert into nowhere values (1)");
          });
    } catch (StoreUnavailable expected) {
      return 0;
    }
  }

  @Test
  void what_cannot_be_done_together_is_done_one_by_one() {
    try (var database = new PostgresDatabase(SERVER.make(), Patience.NONE)) {
      assertThat(Together.times(64, number -> database.write(new Clumsy(number))))
          .hasSize(64)
          .containsOnly(1);
      assertThat(database.<Integer>read(PostgresTest::count)).isEqualTo(64);
    }
  }

  /** Able alone, and a failure together. */
  private record Clumsy(int number) implements JointWork<Integer> {
    @Override
    public Integer on(Connection connection) throws SQLException {
      return Sql.update(connection, ADD, "key " + number);
    }

    @Override
    public void together(Connection connection, List<Work<?>> works, Done done)
        throws SQLException {
      Sql.update(connection, ADD, "all of them");
      Sql.update(connection, "insert into nowhere values (1)");
    }
  }

  private static int count(Connection connection) throws SQLException {
    String count = "select count(*) as n from signing_keys";
    return Sql.one(connection, count, row -> row.getInt("n")).orElseThrow();
  }

  @Test
  void works_that_wait_for_each_other_crosswise_all_come_through() {
    var made = SERVER.make();
    try (var one = new PostgresDatabase(made, Patience.NONE);
        var other = new PostgresDatabase(made, Patience.NONE)) {
      one.write(connection -> Sql.update(connection, ADD, "a"));
      one.write(connection -> Sql.update(connection, ADD, "b"));

      var raised =
          Together.times(
              4,
              number -> {
                String first = number % 2 == 0 ? "a" : "b";
                String second = number % 2 == 0 ? "b" : "a";
                return (number % 4 < 2 ? one : other)
                    .write(c -> Sql.update(c, RAISE, first) + Sql.update(c, RAISE, second));
              });

      assertThat(raised).hasSize(4).containsOnly(2);
      assertThat(one.<Integer>read(c -> Sql.one(c, SUM, row -> row.getInt("n")).orElseThrow()))
          .isEqualTo(8);
    }
  }

  @Test
  void nodes_that_start_together_make_the_tables_once() {
    var made = SERVER.make();

    var started =
        Together.times(
            3,
            () -> {
              try (var database = new PostgresDatabase(made, Patience.NONE)) {
                return database.<Integer>read(PostgresTest::count);
              }
            });

    assertThat(started).containsExactly(0, 0, 0);
  }

  @Test
  void a_wrong_name_or_password_is_told_without_it() {
    SERVER.guard("guarded", "right");
    var made = SERVER.make();
    var wrong = SERVER.address(made.database(), "guarded", "quite-wrong");

    assertThatThrownBy(() -> Storage.postgres(wrong, Patience.NONE))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("does not let guarded in")
        .hasMessageNotContaining("quite-wrong");
    assertThat(wrong.toString()).doesNotContain("quite-wrong");
  }

  @Test
  void a_database_that_is_not_there_is_told_with_how_to_make_it() {
    var missing = SERVER.address("atlantis", "postgres", "");

    assertThatThrownBy(() -> Storage.postgres(missing, Patience.NONE))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("createdb --owner=postgres atlantis");
  }

  @Test
  void a_server_that_is_not_up_is_waited_for_and_then_given_up() {
    var nowhere =
        new DatabaseAddress.Postgres(
            List.of(new Host("localhost", 1)), "astral", "astral", new Secret("x"), Map.of());
    var told = new ArrayList<String>();

    assertThatThrownBy(
            () -> Storage.postgres(nowhere, new Patience(Duration.ofSeconds(4), told::add)))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("localhost:1");
    assertThat(told).containsExactly("Waiting for the database postgresql://localhost:1/astral");
  }

  @Test
  void the_schema_is_the_one_on_record() throws IOException {
    try (var database = new PostgresDatabase(SERVER.make(), Patience.NONE)) {
      var lines =
          database.read(
              connection -> {
                var columns = Sql.all(connection, COLUMNS, row -> Sql.text(row, "line"));
                columns.addAll(Sql.all(connection, INDEXES, row -> Sql.text(row, "line")));
                return columns;
              });
      String schema = String.join("\n", lines) + "\n";

      Path golden = Path.of("src/test/resources/com/astraof/oauth2/storage/postgres-schema.txt");
      if ("write".equals(System.getProperty("golden"))) {
        Files.writeString(golden, schema);
      }
      assertThat(schema).isEqualTo(Files.readString(golden));
    }
  }
}
