package com.astraof.oauth2.storage;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the schema up to date. Migrations only add, so that an older server can run beside a newer
 * one.
 */
final class Migrations {
  private Migrations() {}

  /**
   * @throws StoreUnavailable when one of them fails, such as for want of a right
   */
  static void run(DataSource source, Dialect dialect) {
    try {
      flyway(source, dialect.words()).migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailable("The schema cannot be brought up to date: " + e.getMessage(), e);
    }
  }

  /** How far the schema has come, without changing it; empty where there is none of ours. */
  static Optional<Standing> standing(DataSource source) {
    var info = flyway(source, Map.of()).info();
    boolean isNewer =
        Arrays.stream(info.all()).anyMatch(one -> one.getState() == MigrationState.FUTURE_SUCCESS);
    return Optional.ofNullable(info.current())
        .map(
            current ->
                new Standing(String.valueOf(current.getVersion()), info.pending().length, isNewer));
  }

  private static Flyway flyway(DataSource source, Map<String, String> words) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:com/astraof/oauth2/storage/migrations")
        .placeholders(words)
        .loggers("slf4j")
        .load();
  }

  /**
   * @param version of the newest migration that has run
   * @param pending how many have not
   * @param isNewer whether it has one that we do not know
   */
  record Standing(String version, int pending, boolean isNewer) {}
}
