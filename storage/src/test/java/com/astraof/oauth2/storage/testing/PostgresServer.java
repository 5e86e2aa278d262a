package com.astraof.oauth2.storage.testing;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.DatabaseAddress.Host;
import com.astraof.oauth2.storage.Patience;
import com.astraof.oauth2.storage.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server, started once and stopped with the tests; its databases are lent. */
public final class PostgresServer {
  /** Is not asked for. */
  private static final String PASSWORD = "believed";

  private static final String USER = "postgres";
  private static final String TABLES =
      "select tablename from pg_tables where schemaname = 'public' order by tablename";

  /** All rows of all tables, but which migrations were made. */
  private static final String EMPTY =
      """
      do $$
      declare one text;
      begin
        for one in
          select tablename from pg_tables
          where schemaname = 'public' and tablename not like 'flyway%'
        loop
          execute format('delete from %I', one);
        end loop;
      end
      $$
      """;

  private final EmbeddedPostgres server;
  private final Deque<DatabaseAddress.Postgres> free = new ConcurrentLinkedDeque<>();
  private final Map<Path, DatabaseAddress.Postgres> lent = new ConcurrentHashMap<>();
  private final Set<DatabaseAddress.Postgres> changed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger made = new AtomicInteger();

  private PostgresServer() {
    try {
      // Embedded servers forget about the disk unless they are told not to.
      this.server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static PostgresServer running() {
    return Running.SERVER;
  }

  /** An empty database, for the same folder the same. */
  DatabaseAddress.Postgres lend(Path folder) {
    return lent.computeIfAbsent(
        folder,
        any -> {
          DatabaseAddress.Postgres used = free.poll();
          return used == null ? make() : used;
        });
  }

  /** Empties it for whoever comes next. */
  void takeBack(Path folder) {
    DatabaseAddress.Postgres database = lent.remove(folder);
    if (database != null && !changed.contains(database)) {
      execute(database.database(), EMPTY);
      free.push(database);
    }
  }

  /**
   * Lends a database that nobody has had before and that is not taken back, because its schema is
   * going to be another.
   *
   * @return by what JDBC finds it
   */
  String keepsItsSchema(Path folder) {
    var database = lent.computeIfAbsent(folder, any -> make());
    changed.add(database);
    return server.getJdbcUrl(USER, database.database());
  }

  /** A database that nobody has had before; it is not taken back. */
  public DatabaseAddress.Postgres make() {
    String name = "astral" + made.incrementAndGet();
    execute(USER, "create database " + name);
    return address(name, USER, PASSWORD);
  }

  String url(Path folder) {
    return url(lend(folder).database(), USER, PASSWORD);
  }

  /** As it stands in the settings. */
  public String url(String database, String user, String password) {
    return "postgresql://%s:%s@localhost:%d/%s"
        .formatted(user, password, server.getPort(), database);
  }

  /** All rows of one database, into another. */
  void copy(Path from, Path to) {
    DatabaseAddress.Postgres target = lend(to);
    Storage.postgres(target, Patience.NONE).close();
    execute(target.database(), EMPTY);
    try (Connection source = connect(lend(from).database());
        Connection copy = connect(target.database());
        var statement = source.createStatement();
        var tables = statement.executeQuery(TABLES)) {
      while (tables.next()) {
        copy(source, copy, tables.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Connection source, Connection copy, String table) throws SQLException {
    if (table.startsWith("flyway")) {
      return;
    }
    try (var statement = source.createStatement();
        var rows = statement.executeQuery("select * from " + table)) {
      int columns = rows.getMetaData().getColumnCount();
      String places = String.join(", ", Collections.nCopies(columns, "?"));
      String add = "insert into %s overriding system value values (%s)".formatted(table, places);
      try (var adding = copy.prepareStatement(add)) {
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            adding.setObject(i, rows.getObject(i));
          }
          adding.executeUpdate();
        }
      }
    }
  }

  /** Every value of every row. */
  String loot(Path folder) {
    var loot = new StringBuilder();
    try (Connection connection = connect(lend(folder).database());
        var statement = connection.createStatement();
        var tables = statement.executeQuery(TABLES)) {
      while (tables.next()) {
        loot(connection, tables.getString(1), loot);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return loot.toString();
  }

  private static void loot(Connection connection, String table, StringBuilder loot)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + table)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          Object value = rows.getObject(i);
          loot.append(
              value instanceof byte[] bytes
                  ? new String(bytes, StandardCharsets.ISO_8859_1)
                  : String.valueOf(value));
          loot.append('\n');
        }
      }
    }
  }

  public DatabaseAddress.Postgres address(String database, String user, String password) {
    return new DatabaseAddress.Postgres(
        List.of(new Host("localhost", server.getPort())),
        database,
        user,
        new Secret(password),
        Map.of());
  }

  /** A user who has to give this password, where others are believed without. */
  public void guard(String user, String password) {
    execute(USER, "create role " + user + " login password '" + password + "'");
    try (Connection connection = connect(USER);
        var statement = connection.createStatement();
        var row = statement.executeQuery("show hba_file")) {
      row.next();
      Path file = Path.of(row.getString(1));
      Files.writeString(file, "host all " + user + " all scram-sha-256\n" + Files.readString(file));
      statement.execute("select pg_reload_conf()");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void change(Path folder, String sql) {
    execute(lend(folder).database(), sql);
  }

  /** As whoever runs the database server can. */
  public void execute(String database, String sql) {
    try (Connection connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Straight to it, past all that is ours. */
  public Connection connect(String database) throws SQLException {
    return server.getDatabase(USER, database).getConnection();
  }

  /** Started by whoever asks first. */
  private static final class Running {
    static final PostgresServer SERVER = new PostgresServer();
  }
}
