package com.astraof.oauth2.faults.world;

import com.astraof.oauth2.server.testing.TestServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that syncs to disk and can be killed. */
final class Postgres implements AutoCloseable {
  static final String USER = "postgres";
  private static final String STANDBY = "standby";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);

  private final Path folder;
  private final String binary;
  private final List<String> settings;
  private final int port = TestServer.freePort();
  private @Nullable Process process;

  private Postgres(Path folder, String binary, List<String> settings) {
    this.folder = folder;
    this.binary = binary;
    this.settings = settings;
  }

  /** A new one; it does not run yet. */
  static Postgres in(Path folder) {
    return in(folder, List.of());
  }

  private static Postgres in(Path folder, List<String> settings) {
    try {
      // Unpacks the binaries, and makes a cluster with them.
      EmbeddedPostgres.builder()
          .setDataDirectory(folder)
          .setCleanDataDirectory(false)
          .start()
          .close();
      String options = Files.readString(folder.resolve("postmaster.opts"));
      return new Postgres(folder, options.substring(0, options.indexOf(' ')), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A primary, and a standby that has each commit before it is acknowledged. Neither runs yet. */
  static List<Postgres> pair(Path folder) {
    Path copy = folder.resolve(STANDBY);
    var primary = in(folder.resolve("primary"), List.of("synchronous_standby_names=" + STANDBY));
    Folders.copy(primary.folder, copy);
    try {
      Files.createFile(copy.resolve("standby.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String source =
        "primary_conninfo=host=127.0.0.1 port=%d user=%s application_name=%s"
            .formatted(primary.port, USER, STANDBY);
    var standby = new Postgres(copy, primary.binary, List.of(source));
    return List.of(primary, standby);
  }

  int port() {
    return port;
  }

  /** Returns when it answers. */
  void start() {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      // It refuses to run as root; here it is nobody.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(binary, "-D", folder.toString(), "-p", Integer.toString(port)));
    var all = new ArrayList<>(settings);
    all.addAll(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on"));
    all.addAll(List.of("listen_addresses=127.0.0.1", "unix_socket_directories="));
    all.addAll(List.of("shared_buffers=32MB", "max_connections=300"));
    all.forEach(setting -> command.addAll(List.of("-c", setting)));
    var log = ProcessBuilder.Redirect.appendTo(log().toFile());
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  private Path log() {
    return folder.resolveSibling(folder.getFileName() + ".log");
  }

  private void awaitAnswer() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try (var connection = connect()) {
        connection.isValid(1);
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("It did not start:\n" + Folders.lastWords(log()), e);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + USER);
  }

  /** SIGKILL, to it and all that it started. */
  void kill() {
    Process old = process;
    if (old == null) {
      return;
    }
    var all = new ArrayList<ProcessHandle>(old.descendants().toList());
    all.addFirst(old.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
    process = null;
  }

  /** Makes a standby the primary; returns when it is. */
  void promote() {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("select pg_promote()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
