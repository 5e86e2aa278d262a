package com.astraof.oauth2.server.testing;

/** A table that a server's own database has lost, until it is mended. */
public final class BrokenTable implements AutoCloseable {
  private final TestServer server;
  private final String table;

  public BrokenTable(TestServer server, String table) {
    this.server = server;
    this.table = table;
    server.change("alter table " + table + " rename to " + table + "_away");
  }

  @Override
  public void close() {
    server.change("alter table " + table + "_away rename to " + table);
  }
}
