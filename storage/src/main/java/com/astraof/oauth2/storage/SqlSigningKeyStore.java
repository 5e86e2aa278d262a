package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.key.SigningKeyStore;
import java.util.List;

/** Signing keys in {@code signing_keys}, sealed. */
final class SqlSigningKeyStore implements SigningKeyStore {
  private static final String ALL =
      "select id, envelope, created_at from signing_keys order by created_at, id";
  private static final String ADD =
      "insert into signing_keys (id, envelope, created_at) values (?, ?, ?)";

  private final Database database;

  SqlSigningKeyStore(Database database) {
    this.database = database;
  }

  @Override
  public List<SealedKey> all() {
    return database.read(
        connection ->
            Sql.all(
                connection,
                ALL,
                row ->
                    new SealedKey(
                        Sql.text(row, "id"),
                        Sql.text(row, "envelope"),
                        Sql.instant(row, "created_at"))));
  }

  @Override
  public void add(SealedKey key) {
    database.write(
        connection -> Sql.update(connection, ADD, key.id(), key.envelope(), key.createdAt()));
  }
}
