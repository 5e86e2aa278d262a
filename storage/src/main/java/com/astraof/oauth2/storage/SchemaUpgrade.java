package com.astraof.oauth2.storage;

/** The schema of a database, looked at and brought up to date without a server. */
public final class SchemaUpgrade {
  private final DatabaseAddress address;

  public SchemaUpgrade(DatabaseAddress address) {
    this.address = address;
  }

  /**
   * Looks, and changes nothing.
   *
   * @throws StoreUnavailable when there is no way to it
   */
  public Standing standing() {
    return switch (address) {
      case DatabaseAddress.Sqlite(var file) -> SqliteDatabase.standing(file);
      case DatabaseAddress.Postgres server -> {
        try (var pool = reached(server).unboundedPool()) {
          yield Migrations.standing(pool);
        }
      }
    };
  }

  /**
   * Runs what is pending. Makes the file of an embedded database where there is none; a server's
   * has to exist.
   *
   * @throws StoreUnavailable when a migration fails; those before it stay
   */
  public void run() {
    switch (address) {
      case DatabaseAddress.Sqlite(var file) -> new SqliteDatabase(file).close();
      case DatabaseAddress.Postgres server -> {
        try (var pool = reached(server).unboundedPool()) {
          Migrations.run(pool, Dialect.POSTGRES);
        }
      }
    }
  }

  private static PostgresSource reached(DatabaseAddress.Postgres server) {
    var source = new PostgresSource(server);
    new PostgresStart(server, source).await(Patience.NONE);
    return source;
  }
}
