package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.key.KeyFacts;
import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.core.key.SigningKeyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Signing keys in {@code signing_keys}, sealed. */
final class SqlSigningKeyStore implements SigningKeyStore {
  private static final String ALL =
      """
      select id, envelope, generation, algorithm, created_at, signs_from, ended_at
      from signing_keys
      order by generation
      """;
  private static final String ADD =
      """
      insert into signing_keys (id, envelope, generation, algorithm, created_at, signs_from)
      values (?, ?, ?, ?, ?, ?)
      on conflict (generation) do nothing
      """;
  private static final String END =
      "update signing_keys set ended_at = ? where id = ? and ended_at is null";
  private static final String RESEAL =
      "update signing_keys set envelope = ? where id = ? and envelope = ?";
  private static final String CLEAR = "delete from signing_keys";

  private final Database database;

  SqlSigningKeyStore(Database database) {
    this.database = database;
  }

  @Override
  public List<SealedKey> all() {
    return database.read(connection -> Sql.all(connection, ALL, SqlSigningKeyStore::key));
  }

  @Override
  public boolean add(SealedKey key) {
    KeyFacts facts = key.facts();
    return database.write(
        connection ->
            Sql.update(
                    connection,
                    ADD,
                    facts.id(),
                    key.envelope(),
                    facts.generation(),
                    facts.algorithm().wire(),
                    facts.createdAt(),
                    facts.signsFrom())
                == 1);
  }

  @Override
  public boolean end(String id, Instant at) {
    return database.write(connection -> Sql.update(connection, END, at, id) == 1);
  }

  @Override
  public void reseal(List<Resealed> keys) {
    database.write(
        connection -> {
          int changed = 0;
          for (Resealed key : keys) {
            changed +=
                Sql.update(connection, RESEAL, key.newEnvelope(), key.id(), key.oldEnvelope());
          }
          return changed;
        });
  }

  @Override
  public void clear() {
    database.write(connection -> Sql.update(connection, CLEAR));
  }

  private static SealedKey key(ResultSet row) throws SQLException {
    String algorithm = Sql.text(row, "algorithm");
    var facts =
        new KeyFacts(
            Sql.text(row, "id"),
            row.getInt("generation"),
            SigningAlgorithm.named(algorithm)
                .orElseThrow(() -> new SQLException("No algorithm of ours: " + algorithm)),
            Sql.instant(row, "created_at"),
            Sql.instant(row, "signs_from"),
            Sql.optionalInstant(row, "ended_at"));
    return new SealedKey(facts, Sql.text(row, "envelope"));
  }
}
