package com.astraof.oauth2.storage;

import com.astraof.oauth2.storage.testing.TestEngine;
import org.junit.jupiter.api.Nested;

/** This build keeps its contracts on a database that a newer one has migrated. */
final class NewerSchemaTest {
  @Nested
  final class GrantsOnSqlite extends GrantStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }

    @Override
    boolean isOnNewerSchema() {
      return true;
    }
  }

  @Nested
  final class GrantsOnPostgres extends GrantStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }

    @Override
    boolean isOnNewerSchema() {
      return true;
    }
  }

  @Nested
  final class UsersOnSqlite extends UserStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }

    @Override
    boolean isOnNewerSchema() {
      return true;
    }
  }

  @Nested
  final class UsersOnPostgres extends UserStoreContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }

    @Override
    boolean isOnNewerSchema() {
      return true;
    }
  }

  @Nested
  final class GuildsOnSqlite extends GuildChangeContract {
    @Override
    TestEngine engine() {
      return TestEngine.SQLITE;
    }

    @Override
    boolean isOnNewerSchema() {
      return true;
    }
  }

  @Nested
  final class GuildsOnPostgres extends GuildChangeContract {
    @Override
    TestEngine engine() {
      return TestEngine.POSTGRES;
    }

    @Override
    boolean isOnNewerSchema() {
      return true;
    }
  }
}
