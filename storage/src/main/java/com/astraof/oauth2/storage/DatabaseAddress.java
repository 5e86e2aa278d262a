package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where an installation's database is. */
public sealed interface DatabaseAddress {
  /** Whether several nodes may use it at once. */
  boolean isShared();

  /** The embedded engine, in this file. */
  record Sqlite(Path file) implements DatabaseAddress {
    @Override
    public boolean isShared() {
      return false;
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * A PostgreSQL server.
   *
   * @param hosts several where another may take over
   * @param parameters of the driver's, such as {@code sslmode}
   */
  record Postgres(
      List<Host> hosts,
      String database,
      String user,
      Secret password,
      Map<String, String> parameters)
      implements DatabaseAddress {
    public Postgres {
      hosts = List.copyOf(hosts);
      parameters = Map.copyOf(parameters);
    }

    @Override
    public boolean isShared() {
      return true;
    }

    /** Where it is and how it is called, without what opens it. */
    @Override
    public String toString() {
      return "postgresql://"
          + String.join(",", hosts.stream().map(Host::toString).toList())
          + "/"
          + database;
    }
  }

  record Host(String name, int port) {
    public static final int USUAL_PORT = 5432;

    @Override
    public String toString() {
      return name + ":" + port;
    }
  }
}
