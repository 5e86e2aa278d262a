package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.Grant.Life;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Grants in {@code grants}: every operation touches one row by its key. */
final class SqlGrantStore implements GrantStore {
  private static final String OPEN =
      """
      insert into grants (id, user_id, application_id, scopes, generation, opened_at, renewed_at)
      select ?, user_id, application_id, ?, 0, ?, ?
      from consents
      where user_id = ? and application_id = ? and since = ?
      on conflict (id) do nothing
      """;
  private static final String ADVANCE =
      """
      update grants
      set generation = generation + 1, renewed_at = ?
      where id = ? and generation = ? and revoked_at is null and renewed_at > ? and opened_at > ?
      returning id, user_id, application_id, scopes, generation, opened_at, renewed_at, revoked_at
      """;
  private static final String REVOKE =
      """
      update grants
      set revoked_at = ?, revocation_reason = ?
      where id = ? and revoked_at is null
      """;
  private static final String FIND =
      """
      select id, user_id, application_id, scopes, generation, opened_at, renewed_at, revoked_at
      from grants
      where id = ?
      """;
  private static final String REVOKED_SINCE =
      "select id, revoked_at from grants where revoked_at is not null and revoked_at >= ?";

  private final Database database;

  SqlGrantStore(Database database) {
    this.database = database;
  }

  @Override
  public Opening open(Grant grant, Instant consentSince) {
    Instant at = grant.life().openedAt();
    return database.write(
        connection -> {
          int inserted =
              Sql.update(
                  connection,
                  OPEN,
                  grant.id(),
                  grant.scopes().bits(),
                  at,
                  at,
                  grant.user(),
                  grant.application(),
                  consentSince);
          if (inserted == 1) {
            return new Opening.Opened(grant);
          }
          return Sql.one(connection, FIND, SqlGrantStore::read, grant.id())
              .<Opening>map(found -> new Opening.AlreadyOpen(found.id()))
              .orElseGet(Opening.ConsentWithdrawn::new);
        });
  }

  @Override
  public Advance advance(GrantId id, int fromGeneration, Instant at, Lifetimes lifetimes) {
    return database.write(
        connection -> {
          Optional<Grant> advanced =
              Sql.one(
                  connection,
                  ADVANCE,
                  SqlGrantStore::read,
                  at,
                  id,
                  fromGeneration,
                  at.minus(lifetimes.refreshIdle()),
                  at.minus(lifetimes.refreshTotal()));
          if (advanced.isPresent()) {
            return new Advance.Advanced(advanced.get());
          }
          return Sql.one(connection, FIND, SqlGrantStore::read, id)
              .<Advance>map(Advance.Stands::new)
              .orElseGet(Advance.Missing::new);
        });
  }

  @Override
  public void revoke(GrantId id, RevocationReason reason, Instant at) {
    database.write(connection -> Sql.update(connection, REVOKE, at, reason.name(), id));
  }

  @Override
  public Optional<Grant> find(GrantId id) {
    return database.read(connection -> Sql.one(connection, FIND, SqlGrantStore::read, id));
  }

  @Override
  public List<Ended> revokedSince(Instant since) {
    return database.read(
        connection ->
            Sql.all(
                connection,
                REVOKED_SINCE,
                row -> new Ended(new GrantId(row.getBytes("id")), Sql.instant(row, "revoked_at")),
                since));
  }

  private static Grant read(ResultSet row) throws SQLException {
    return new Grant(
        new GrantId(row.getBytes("id")),
        new UserId(row.getLong("user_id")),
        new ApplicationId(row.getLong("application_id")),
        new Scopes(row.getLong("scopes")),
        new Life(
            row.getInt("generation"),
            Sql.instant(row, "opened_at"),
            Sql.instant(row, "renewed_at"),
            Sql.optionalInstant(row, "revoked_at")));
  }
}
