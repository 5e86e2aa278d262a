package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.id.NodeLeaseStore;
import java.time.Instant;

/** Leases in {@code nodes}. */
final class SqlNodeLeaseStore implements NodeLeaseStore {
  private static final String HOLD =
      """
      insert into nodes (number, holder, lease_until) values (?, ?, ?)
      on conflict (number) do update
      set holder = excluded.holder, lease_until = excluded.lease_until
      where nodes.holder = excluded.holder or nodes.lease_until < ?
      """;
  private static final String RELEASE = "delete from nodes where number = ? and holder = ?";

  private final Database database;

  SqlNodeLeaseStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean hold(int number, byte[] holder, Instant now, Instant until) {
    return database.writeBeside(
        connection -> Sql.update(connection, HOLD, number, holder, until, now) == 1);
  }

  @Override
  public void release(int number, byte[] holder) {
    database.writeBeside(connection -> Sql.update(connection, RELEASE, number, holder));
  }
}
