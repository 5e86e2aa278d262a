package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.storage.testing.PostgresServer;
import com.astraof.oauth2.storage.testing.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema, by hand. */
final class SchemaUpgradeTest {
  @TempDir private Path folder;

  private static void opens(DatabaseAddress address, OlderSchema older) {
    Storage.open(address, Patience.NONE, CommitWatch.NOBODY, older).close();
  }

  @ParameterizedTest
  @EnumSource(TestEngine.class)
  void an_older_schema_is_told_refused_and_brought_up_to_date(TestEngine engine) {
    engine.migrateTo(14, folder);
    var address = engine.address(folder);
    var upgrade = new SchemaUpgrade(address);

    var before = upgrade.standing();
    assertThat(before.version()).isEqualTo(14);
    assertThat(before.pending()).startsWith(new Standing.Migration(15, "nodes"));
    assertThatThrownBy(() -> opens(address, OlderSchema.REFUSE))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("version 14")
        .hasMessageContaining("run astral migrate");
    assertThatThrownBy(() -> Storage.existing(address)).isInstanceOf(StoreUnavailable.class);
    assertThat(upgrade.standing()).as("changed by looking").isEqualTo(before);

    upgrade.run();

    assertThat(upgrade.standing().pending()).isEmpty();
    assertThat(upgrade.standing().version()).isEqualTo(before.known());
    opens(address, OlderSchema.REFUSE);
    engine.forget(folder);
  }

  @ParameterizedTest
  @EnumSource(TestEngine.class)
  void a_newer_schema_is_told_and_opened(TestEngine engine) {
    opens(engine.address(folder), OlderSchema.MIGRATE);
    engine.migrateAhead(folder);
    var address = engine.address(folder);

    var standing = new SchemaUpgrade(address).standing();
    assertThat(standing.isNewer()).isTrue();
    assertThat(standing.pending()).isEmpty();
    new SchemaUpgrade(address).run();
    opens(address, OlderSchema.MIGRATE);
    opens(address, OlderSchema.REFUSE);
    engine.forget(folder);
  }

  @Test
  void looking_for_an_embedded_database_makes_none() {
    Path file = folder.resolve("astral.db");
    var address = new DatabaseAddress.Sqlite(file);

    assertThat(new SchemaUpgrade(address).standing().version()).isZero();
    assertThatThrownBy(() -> opens(address, OlderSchema.REFUSE))
        .hasMessageContaining("run astral migrate");

    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void a_migration_waits_for_others_for_a_bounded_time_and_says_so() throws SQLException {
    TestEngine.POSTGRES.migrateTo(12, folder);
    var address = (DatabaseAddress.Postgres) TestEngine.POSTGRES.address(folder);
    var upgrade = new SchemaUpgrade(address);
    try (var reading = PostgresServer.running().connect(address.database());
        var statement = reading.createStatement()) {
      reading.setAutoCommit(false);
      statement.execute("select count(*) from users");

      assertThatThrownBy(upgrade::run)
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("waited 3 s")
          .hasMessageContaining("run it again");
    }
    assertThat(upgrade.standing().version()).isEqualTo(12);

    upgrade.run();

    assertThat(upgrade.standing().pending()).isEmpty();
  }
}
