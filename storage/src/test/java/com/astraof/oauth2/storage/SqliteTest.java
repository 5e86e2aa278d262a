package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.key.KeyFacts;
import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.core.key.SigningKeyStore.SealedKey;
import com.astraof.oauth2.storage.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine keeps every contract. */
final class SqliteTest {
  private static Storage sqlite(Path folder) {
    return Storage.sqlite(folder.resolve("astral.db"));
  }

  @Nested
  final class NewerRows extends NewerRowsContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Leases extends LeaseContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class SharedLimits extends SharedLimitsContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class NodeLeases extends NodeLeaseContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Races extends RaceContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Grants extends GrantStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class GrantRegisters extends GrantRegisterContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Users extends UserStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Closures extends ClosureStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class AccountRegisters extends AccountRegisterContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Factors extends FactorStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Applications extends ApplicationStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Registrations extends RegistrationStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Guilds extends GuildStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class GuildChanges extends GuildChangeContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Messages extends MessageStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Once extends OnceStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Insight extends InsightStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Mails extends MailQueueContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Emails extends EmailStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class SigningKeys extends SigningKeyStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Connections extends ConnectionStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Nested
  final class Devices extends DeviceAuthorizationStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }
  }

  @Test
  void keys_of_an_older_server_get_a_generation_and_their_turn(@TempDir Path folder)
      throws SQLException {
    Path file = folder.resolve("astral.db");
    String url = "jdbc:sqlite:" + file;
    Flyway.configure()
        .dataSource(url, "", "")
        .locations("classpath:com/astraof/oauth2/storage/migrations")
        .placeholders(Dialect.SQLITE.words())
        .target("3")
        .load()
        .migrate();
    try (var connection = DriverManager.getConnection(url)) {
      String add = "insert into signing_keys (id, envelope, created_at) values (?, ?, ?)";
      Sql.update(connection, add, "later", "two", Fixtures.NOON.plusSeconds(1));
      Sql.update(connection, add, "z", "one", Fixtures.NOON);
    }

    try (var storage = sqlite(folder)) {
      var keys = storage.signingKeys().all().stream().map(SealedKey::facts).toList();
      assertThat(keys).extracting(KeyFacts::id).containsExactly("z", "later");
      assertThat(keys).extracting(KeyFacts::generation).containsExactly(1, 2);
      assertThat(keys).allMatch(key -> key.signsFrom().equals(key.createdAt()));
      assertThat(keys).allMatch(key -> key.algorithm() == SigningAlgorithm.ES256);
    }
  }

  @Test
  void the_schema_is_the_one_on_record(@TempDir Path folder) throws IOException, SQLException {
    try (var database = new SqliteDatabase(folder.resolve("astral.db"))) {
      var statements =
          database.read(
              connection ->
                  Sql.all(
                      connection,
                      """
                      select sql from sqlite_master
                      where sql is not null and name not like 'flyway%' order by name
                      """,
                      row -> Sql.text(row, "sql")));
      String schema = String.join(";\n\n", statements) + ";\n";

      Path golden = Path.of("src/test/resources/com/astraof/oauth2/storage/sqlite-schema.sql");
      if ("write".equals(System.getProperty("golden"))) {
        Files.writeString(golden, schema);
      }
      assertThat(schema).isEqualTo(Files.readString(golden));
    }
  }

  @Test
  void every_connection_waits_for_the_disk_at_commit(@TempDir Path folder) {
    try (var database = new SqliteDatabase(folder.resolve("astral.db"))) {
      int ofWriter = database.write(connection -> pragma(connection, "synchronous"));

      assertThat(ofWriter).as("FULL").isEqualTo(2);
    }
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    return Sql.one(connection, "pragma " + name, row -> row.getInt(name)).orElseThrow();
  }

  @Test
  void a_file_that_is_no_database_is_refused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("astral.db"), "no database at all".repeat(99));

    assertThatThrownBy(() -> Storage.sqlite(file)).isInstanceOf(StoreUnavailable.class);
  }
}
