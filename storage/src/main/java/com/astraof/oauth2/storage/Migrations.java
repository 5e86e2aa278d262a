package com.astraof.oauth2.storage;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the schema up to date. Migrations only add, so that an older server can run beside a newer
 * one; those that a newer one has made do not disturb.
 */
final class Migrations {
  private static final String NEWEST = "latest";

  private Migrations() {}

  /**
   * @throws StoreUnavailable when one of them fails, such as for want of a right
   */
  static void run(DataSource source, Dialect dialect) {
    run(source, dialect, NEWEST);
  }

  /** The same up to this one, to make a database as an older server has it. */
  static void runTo(int version, DataSource source, Dialect dialect) {
    run(source, dialect, String.valueOf(version));
  }

  private static void run(DataSource source, Dialect dialect, String target) {
    try {
      flyway(source, dialect.words(), target).migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailable(
          SqlStates.hasWaitedForLock(e)
              ? "A migration waited %d s for what other transactions hold and was undone: run it again"
                  .formatted(PostgresSource.SECONDS_FOR_A_LOCK)
              : "The schema cannot be brought up to date: " + e.getMessage(),
          e);
    }
  }

  /**
   * Does what is wanted of an older schema.
   *
   * @throws StoreUnavailable when it was to be refused
   */
  static void meet(DataSource source, Dialect dialect, OlderSchema older) {
    switch (older) {
      case MIGRATE -> run(source, dialect);
      case REFUSE -> refuseOlder(standing(source));
    }
  }

  /**
   * @throws StoreUnavailable when there is something to run
   */
  static void refuseOlder(Standing standing) {
    if (!standing.pending().isEmpty()) {
      throw new StoreUnavailable(
          "Its schema is at version %d, and this build needs %d: run astral migrate"
              .formatted(standing.version(), standing.known()));
    }
  }

  /** How far the schema has come, without changing it. */
  static Standing standing(DataSource source) {
    try {
      return standing(flyway(source, Map.of(), NEWEST).info());
    } catch (FlywayException e) {
      throw new StoreUnavailable("The schema cannot be read: " + e.getMessage(), e);
    }
  }

  private static Standing standing(MigrationInfoService info) {
    return new Standing(
        newest(info.all(), state -> state.isApplied() && !state.isFailed()),
        newest(info.all(), MigrationState::isResolved),
        Arrays.stream(info.pending())
            .map(one -> new Standing.Migration(version(one), one.getDescription()))
            .toList());
  }

  private static int newest(MigrationInfo[] all, Predicate<MigrationState> states) {
    return Arrays.stream(all)
        .filter(one -> one.isVersioned() && states.test(one.getState()))
        .mapToInt(Migrations::version)
        .max()
        .orElse(0);
  }

  private static int version(MigrationInfo migration) {
    return Integer.parseInt(String.valueOf(migration.getVersion()));
  }

  private static Flyway flyway(DataSource source, Map<String, String> words, String target) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:com/astraof/oauth2/storage/migrations")
        .placeholders(words)
        .target(target)
        .loggers("slf4j")
        .load();
  }
}
