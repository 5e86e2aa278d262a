package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.authorization.Consent;
import com.astraof.oauth2.core.authorization.ConsentStore;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Consents in {@code consents}. */
final class SqlConsentStore implements ConsentStore {
  private static final String FIND =
      "select scopes, since from consents where user_id = ? and application_id = ?";
  private static final String APPROVE =
      """
      insert into consents (user_id, application_id, scopes, since, updated_at)
      values (?, ?, ?, ?, ?)
      on conflict (user_id, application_id) do update
      set scopes = consents.scopes | excluded.scopes, updated_at = excluded.updated_at
      returning scopes, since
      """;

  private final Database database;

  SqlConsentStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Consent> find(UserId user, ApplicationId application) {
    return database.read(
        connection -> Sql.one(connection, FIND, SqlConsentStore::read, user, application));
  }

  @Override
  public Consent approve(UserId user, ApplicationId application, Scopes scopes, Instant at) {
    return database.write(
        connection ->
            Sql.one(
                    connection,
                    APPROVE,
                    SqlConsentStore::read,
                    user,
                    application,
                    scopes.bits(),
                    at,
                    at)
                .orElseThrow());
  }

  private static Consent read(ResultSet row) throws SQLException {
    return new Consent(new Scopes(row.getLong("scopes")), Sql.instant(row, "since"));
  }
}
