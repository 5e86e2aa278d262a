package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.lease.LeaseStore;

/** Leases in {@code leases}. */
final class SqlLeaseStore implements LeaseStore {
  private static final String FIND = "select holder, beat from leases where name = ?";
  private static final String WRITE =
      """
      insert into leases (name, holder, beat) values (?, ?, ?)
      on conflict (name) do update set holder = excluded.holder, beat = excluded.beat
      where leases.beat = excluded.beat - 1
      """;

  private final Database database;

  SqlLeaseStore(Database database) {
    this.database = database;
  }

  @Override
  public Hold find(String name) {
    return database.read(
        connection ->
            Sql.one(
                    connection,
                    FIND,
                    row -> new Hold(row.getString("holder"), row.getLong("beat")),
                    name)
                .orElse(Hold.NEVER));
  }

  @Override
  public boolean write(String name, Hold next) {
    return database.writeBeside(
        connection -> Sql.update(connection, WRITE, name, next.holder(), next.beat()) == 1);
  }
}
