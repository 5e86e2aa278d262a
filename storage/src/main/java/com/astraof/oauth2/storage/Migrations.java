package com.astraof.oauth2.storage;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:com/astraof/oauth2/storage/migrations")
        .placeholders(dialect)
        .loggers("slf4j")
        .load()
        .migrate();
  }
}
