package com.astraof.oauth2.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A PostgreSQL server, which several nodes may share. */
final class PostgresDatabase implements Database {
  /** While one waits for the disk, the other runs its statements. Measured in decision 23. */
  private static final int WRITERS = 2;

  private static final int READERS = 10;

  private final PostgresSource source;
  private final EndingBell bell;
  private final HikariDataSource readers;
  private final GroupCommit writer;

  /**
   * @throws StoreUnavailable when it cannot be used
   */
  PostgresDatabase(DatabaseAddress.Postgres server, Patience patience) {
    this(server, patience, CommitWatch.NOBODY);
  }

  /**
   * The same for whoever watches the writes.
   *
   * @throws StoreUnavailable when it cannot be used
   */
  PostgresDatabase(DatabaseAddress.Postgres server, Patience patience, CommitWatch watch) {
    this(server, patience, watch, OlderSchema.MIGRATE);
  }

  /**
   * The same, where an older schema may be refused.
   *
   * @throws StoreUnavailable when it cannot be used
   */
  PostgresDatabase(
      DatabaseAddress.Postgres server, Patience patience, CommitWatch watch, OlderSchema older) {
    this.source = new PostgresSource(server);
    var start = new PostgresStart(server, source);
    start.await(patience);
    start.refuseHalfAnImport();
    try (var pool = source.unboundedPool()) {
      Migrations.meet(pool, Dialect.POSTGRES, older);
    }
    this.bell = EndingBell.find(source);
    try {
      this.writer = new GroupCommit(source, WRITERS, watch);
    } catch (SQLException e) {
      throw new StoreUnavailable("The database " + server + " cannot be written", e);
    }
    this.readers = source.pool(READERS);
  }

  /**
   * Opens a database that a server has made its tables in.
   *
   * @throws StoreUnavailable when it cannot be used, none has, or its schema is older
   */
  static Database existing(DatabaseAddress.Postgres server) {
    new PostgresStart(server, new PostgresSource(server)).findInstalled();
    return new PostgresDatabase(server, Patience.NONE, CommitWatch.NOBODY, OlderSchema.REFUSE);
  }

  /**
   * Opens the database to read it and no more.
   *
   * @throws StoreUnavailable when it cannot be used
   */
  static Database reading(DatabaseAddress.Postgres server) {
    var source = new PostgresSource(server);
    new PostgresStart(server, source).findInstalled();
    try {
      return new Reader(source.open());
    } catch (SQLException e) {
      throw new StoreUnavailable("The database " + server + " cannot be read", e);
    }
  }

  @Override
  public <T> T read(Work<T> work) {
    try (Connection connection = readers.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new StoreUnavailable("A read failed", e);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    return writer.write(work);
  }

  @Override
  public <T> T end(Work<T> work) {
    return write(
        connection -> {
          T ended = work.on(connection);
          bell.ring(connection);
          return ended;
        });
  }

  @Override
  public Listening onEnding(Runnable work, Consumer<String> teller) {
    return new PostgresListener(source, work, teller).started();
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
