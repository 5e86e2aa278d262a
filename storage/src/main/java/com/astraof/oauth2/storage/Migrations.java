package com.astraof.oauth2.storage;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the schema up to date. Migrations only add, so that an older server can run beside a newer
 * one.
 */
final class Migrations {
  private Migrations() {}

  /**
   * @param dialect words in which the engines differ, for the placeholders in the scripts
   */
  static void run(DataSource source, Map<String, String> dialect) {
    flyway(source, dialect).migrate();
  }

  /** How far the schema has come, without changing it; empty where there is none of ours. */
  static Optional<Standing> standing(DataSource source) {
    var info = flyway(source, Map.of()).info();
    boolean isNewer =
        Arrays.stream(info.all()).anyMatch(one -> one.getState() == MigrationState.FUTURE_SUCCESS);
    return Optional.ofNullable(info.current())
        .map(current -> new Standing(String.valueOf(current.getVersion()), isNewer));
  }

  private static Flyway flyway(DataSource source, Map<String, String> dialect) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:com/astraof/oauth2/storage/migrations")
        .placeholders(dialect)
        .loggers("slf4j")
        .load();
  }

  /**
   * @param version of the newest migration that has run
   * @param isNewer whether it has one that we do not know
   */
  record Standing(String version, boolean isNewer) {}
}
