package com.astraof.oauth2.storage;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

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
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:com/astraof/oauth2/storage/migrations")
          .placeholders(dialect.words())
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailable("The schema cannot be brought up to date: " + e.getMessage(), e);
    }
  }
}
