package com.astraof.oauth2.bench.floor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The database server that all share, which is told to be careful with the disk. */
public final class Postgres implements AutoCloseable {
  private static final String USER = "postgres";
  private static final List<String> SETTINGS =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "shared_buffers",
          "max_connections");

  private final EmbeddedPostgres server;
  private final AtomicInteger made = new AtomicInteger();
  private final Queue<Database> inUse = new ConcurrentLinkedQueue<>();

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  public static Postgres start() {
    try {
      return new Postgres(
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "300")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new and empty database. */
  public Database create(String name) {
    var database = new Database(server.getPort(), name + made.incrementAndGet());
    execute("create database " + database.name());
    inUse.add(database);
    return database;
  }

  /** Drops all that were made, so that tidying up after one disturbs no other. */
  public void dropAll() {
    for (Database used = inUse.poll(); used != null; used = inUse.poll()) {
      execute("drop database " + used.name() + " with (force)");
    }
  }

  private void execute(String sql) {
    try (Connection connection = connect(USER);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  Connection connect(String database) throws SQLException {
    return server.getDatabase(USER, database).getConnection();
  }

  /** As it says itself. */
  public List<String> settings() {
    var settings = new ArrayList<String>();
    try (Connection connection = connect(USER);
        var statement = connection.createStatement()) {
      for (String name : SETTINGS) {
        try (var row = statement.executeQuery("show " + name)) {
          row.next();
          settings.add(name + " = " + row.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return settings;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of its databases; everybody is believed, so the password is any. */
  public record Database(int port, String name) {
    public String user() {
      return USER;
    }

    public String password() {
      return "believed";
    }

    public String url() {
      return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(user(), password(), port, name);
    }

    public String jdbc() {
      return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }
  }
}
