package com.astraof.oauth2.storage.testing;

import com.astraof.oauth2.storage.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An engine that gives each folder a database of its own. */
public enum TestEngine {
  SQLITE {
    @Override
    public DatabaseAddress address(Path folder) {
      return new DatabaseAddress.Sqlite(folder.resolve("astral.db"));
    }

    @Override
    public void steal(Path folder, Path thief) {
      try {
        for (String name : List.of("astral.db", "astral.db-wal", "astral.db-shm")) {
          Files.copy(folder.resolve(name), thief.resolve(name));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void forget(Path folder) {
      // It goes with the folder.
    }

    @Override
    public void migrateTo(int version, Path folder) {
      OtherSchemas.older(
          version, "jdbc:sqlite:" + folder.resolve("astral.db"), OtherSchemas.SQLITE);
    }

    @Override
    public void migrateAhead(Path folder) {
      OtherSchemas.newer("jdbc:sqlite:" + folder.resolve("astral.db"));
    }

    @Override
    public Map<String, String> environment(Path folder) {
      return Map.of();
    }

    @Override
    public String loot(Path folder) {
      var loot = new StringBuilder();
      try (var files = Files.newDirectoryStream(folder, "astral.db*")) {
        for (Path file : files) {
          loot.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return loot.toString();
    }

    @Override
    public void change(Path folder, String sql) {
      String url = "jdbc:sqlite:" + folder.resolve("astral.db");
      try (var connection = DriverManager.getConnection(url);
          var statement = connection.createStatement()) {
        statement.execute("pragma busy_timeout = 10000");
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  },

  POSTGRES {
    @Override
    public DatabaseAddress address(Path folder) {
      return PostgresServer.running().lend(folder);
    }

    @Override
    public void steal(Path folder, Path thief) {
      PostgresServer.running().copy(folder, thief);
    }

    @Override
    public void forget(Path folder) {
      PostgresServer.running().takeBack(folder);
    }

    @Override
    public void migrateTo(int version, Path folder) {
      OtherSchemas.older(
          version, PostgresServer.running().keepsItsSchema(folder), OtherSchemas.POSTGRES);
    }

    @Override
    public void migrateAhead(Path folder) {
      OtherSchemas.newer(PostgresServer.running().keepsItsSchema(folder));
    }

    @Override
    public Map<String, String> environment(Path folder) {
      return Map.of("ASTRAL_DATABASE_URL", PostgresServer.running().url(folder));
    }

    @Override
    public String loot(Path folder) {
      return PostgresServer.running().loot(folder);
    }

    @Override
    public void change(Path folder, String sql) {
      PostgresServer.running().change(folder, sql);
    }
  };

  /** The one that the build was told to use: {@code -Dastral.engine=postgres}. */
  public static TestEngine configured() {
    return valueOf(System.getProperty("astral.engine", "sqlite").toUpperCase(Locale.ROOT));
  }

  /** Twice for the same folder is the same database. */
  public abstract DatabaseAddress address(Path folder);

  /** Copies the database while a server runs on it. */
  public abstract void steal(Path folder, Path thief);

  /** The folder's database is needed no more, and nobody is connected to it. */
  public abstract void forget(Path folder);

  /**
   * Makes the folder's database, which is new, as a build had it whose newest migration this was.
   */
  public abstract void migrateTo(int version, Path folder);

  /** Does to the folder's database what a newer build may: it adds whatever can be added. */
  public abstract void migrateAhead(Path folder);

  /** By which the command finds the folder's database. */
  public abstract Map<String, String> environment(Path folder);

  /** All that is stored, as somebody would find it who stole it. */
  public abstract String loot(Path folder);

  /** Changes the database behind the back of the server that runs on it. */
  public abstract void change(Path folder, String sql);
}
