package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations only add, so that a server of the version before goes on beside a newer one. */
final class MigrationRulesTest {
  private static final Path MIGRATIONS =
      Path.of("src/main/resources/com/astraof/oauth2/storage/migrations");

  @Test
  void every_migration_only_adds() throws IOException {
    try (var files = Files.list(MIGRATIONS)) {
      var migrations = files.toList();
      assertThat(migrations).hasSizeGreaterThanOrEqualTo(16);
      for (Path migration : migrations) {
        assertThat(migration.getFileName().toString()).matches("V[1-9][0-9]*__[a-z_]+\\.sql");
        assertThat(new MigrationRules().broken(Files.readString(migration)))
            .as(migration.toString())
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table users;",
        "alter table users drop column bio;",
        "alter table users rename column bio to about;",
        "alter table users rename to people;",
        "alter table users add column age int not null;",
        "alter table users add column age int unique;",
        "alter table users add column age int references ages (id);",
        "alter table users add column at bigint default (random());",
        "alter table users alter column bio set not null;",
        "create unique index one_bio on users (bio);",
        "drop index users_to_erase;",
        "update users set bio = null;",
        "alter table users add column a int; update users set a = 1, bio = 'x';",
        "delete from users;",
        "insert into users (id) values (1);",
        "create index concurrently users_by_bio on users (bio);"
      })
  void what_an_older_server_would_stumble_over_is_found(String migration) {
    assertThat(new MigrationRules().broken(migration)).hasSize(1);
  }
}
