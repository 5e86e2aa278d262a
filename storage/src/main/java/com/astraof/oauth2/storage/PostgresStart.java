package com.astraof.oauth2.storage;

import java.sql.SQLException;
import java.time.Duration;

/** Finds out, before anything else is done, whether a PostgreSQL server can be used. */
final class PostgresStart {
  /** Named in docs/operate/databases.md. */
  private static final int OLDEST = 14;

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private static final String HALF_AN_IMPORT =
      "select to_regclass('import_progress') is not null as unfinished";

  private static final String INSTALLED =
      "select to_regclass('signing_keys') is not null as installed";

  private final DatabaseAddress.Postgres server;
  private final PostgresSource source;

  PostgresStart(DatabaseAddress.Postgres server, PostgresSource source) {
    this.server = server;
    this.source = source;
  }

  /**
   * Returns when it can be used.
   *
   * @throws StoreUnavailable when it cannot, or is still away when patience ends
   */
  void await(Patience patience) {
    long end = System.nanoTime() + patience.longest().toNanos();
    while (!isUp(System.nanoTime() + PAUSE.toNanos() > end)) {
      patience.teller().accept("Waiting for the database " + server);
      pause();
    }
  }

  /**
   * Returns when it can be used and a server has made its tables there.
   *
   * @throws StoreUnavailable when it cannot, or nobody has
   */
  void findInstalled() {
    await(Patience.NONE);
    if (!holds(INSTALLED)) {
      throw new StoreUnavailable("There is no database of a server at " + server);
    }
  }

  /**
   * @throws StoreUnavailable when what is there is not all that was to be moved there
   */
  void refuseHalfAnImport() {
    if (holds(HALF_AN_IMPORT)) {
      throw new StoreUnavailable(
          "An import into " + server + " is unfinished: run astral import-sqlite again");
    }
  }

  private boolean holds(String question) {
    try (var connection = source.open()) {
      return Sql.one(connection, question, row -> row.getBoolean(1)).orElse(false);
    } catch (SQLException e) {
      throw new StoreUnavailable("The database " + server + " cannot be read", e);
    }
  }

  private boolean isUp(boolean last) {
    try (var connection = source.open()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new StoreUnavailable(
            "The server of %s is PostgreSQL %d; %d is the oldest that works"
                .formatted(server, version, OLDEST));
      }
      return true;
    } catch (SQLException e) {
      if (last || !SqlStates.isAway(e)) {
        throw new StoreUnavailable(reason(e), e);
      }
      return false;
    }
  }

  /** What the server says may quote the user's name, never the password. */
  private String reason(SQLException trouble) {
    if (SqlStates.isNotLetIn(trouble)) {
      return "The server of %s does not let %s in: check the name, the password and pg_hba.conf"
          .formatted(server, server.user());
    }
    if (SqlStates.hasNoDatabase(trouble)) {
      return "There is no database %s yet: make it with createdb --owner=%s %s"
          .formatted(server, server.user(), server.database());
    }
    return "The database %s cannot be reached: %s".formatted(server, trouble.getMessage());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("Interrupted while waiting for the database", e);
    }
  }
}
