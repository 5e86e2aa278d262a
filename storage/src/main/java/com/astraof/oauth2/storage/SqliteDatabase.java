package com.astraof.oauth2.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded engine: a file in WAL mode that is synced at every commit. Readers never wait for
 * the writer, of which there is one.
 */
final class SqliteDatabase implements Database {
  private static final String PREFIX = "jdbc:sqlite:";
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 10_000;

  private final HikariDataSource readers;
  private final GroupCommit writer;

  SqliteDatabase(Path file) {
    this(file, CommitWatch.NOBODY);
  }

  SqliteDatabase(Path file, CommitWatch watch) {
    this(file, watch, OlderSchema.MIGRATE);
  }

  SqliteDatabase(Path file, CommitWatch watch, OlderSchema older) {
    if (older == OlderSchema.REFUSE) {
      // Before a file is made.
      Migrations.refuseOlder(standing(file));
    }
    String url = PREFIX + file;
    try {
      this.writer = new GroupCommit(() -> open(url), 1, watch);
    } catch (SQLException e) {
      throw new StoreUnavailable("The database " + file + " cannot be opened", e);
    }
    this.readers = readers(url);
    if (older == OlderSchema.MIGRATE) {
      Migrations.run(readers, Dialect.SQLITE);
    }
  }

  /**
   * Opens the file to read and to write.
   *
   * @throws StoreUnavailable when there is none, or its schema is older
   */
  static Database existing(Path file) {
    requireFile(file);
    return new SqliteDatabase(file, CommitWatch.NOBODY, OlderSchema.REFUSE);
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StoreUnavailable("There is no database " + file);
    }
  }

  /**
   * Opens the file to read it and no more.
   *
   * @throws StoreUnavailable when there is none
   */
  static Database reading(Path file) {
    requireFile(file);
    try {
      return new Reader(readOnly(file).getConnection());
    } catch (SQLException e) {
      throw new StoreUnavailable("The database " + file + " cannot be opened", e);
    }
  }

  /** Where there is no file none is made: an empty one in memory tells the same. */
  static Standing standing(Path file) {
    return Migrations.standing(Files.isRegularFile(file) ? readOnly(file) : source(":memory:"));
  }

  /** To read it and no more. */
  static SQLiteDataSource readOnly(Path file) {
    var pragmas = new SQLiteConfig();
    pragmas.setReadOnly(true);
    pragmas.setBusyTimeout(BUSY_MILLIS);
    var source = new SQLiteDataSource(pragmas);
    source.setUrl(PREFIX + file);
    return source;
  }

  /** As the engine comes, for what is not a server's work. */
  static SQLiteDataSource source(String file) {
    var source = new SQLiteDataSource();
    source.setUrl(PREFIX + file);
    return source;
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
    return write(work);
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }

  private static Connection open(String url) throws SQLException {
    Connection connection = dataSource(url).getConnection();
    try (var statement = connection.createStatement();
        var mode = statement.executeQuery("pragma journal_mode")) {
      mode.next();
      if (!"wal".equals(mode.getString(1))) {
        throw new SQLException("The database is not in WAL mode");
      }
    }
    return connection;
  }

  private static HikariDataSource readers(String url) {
    var config = new HikariConfig();
    config.setDataSource(dataSource(url));
    config.setPoolName("sqlite-readers");
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  private static DataSource dataSource(String url) {
    var pragmas = new SQLiteConfig();
    pragmas.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // FULL: an answered write survives a power cut, not only a crash of the process.
    pragmas.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    pragmas.setBusyTimeout(BUSY_MILLIS);
    return new KeepingSource(pragmas, url);
  }

  private static final class KeepingSource extends SQLiteDataSource {
    KeepingSource(SQLiteConfig pragmas, String url) {
      super(pragmas);
      setUrl(url);
    }

    @Override
    public SQLiteConnection getConnection(@Nullable String user, @Nullable String password)
        throws SQLException {
      String file = getUrl().substring(PREFIX.length());
      return new KeepingConnection(getUrl(), file, getConfig().toProperties());
    }
  }
}
