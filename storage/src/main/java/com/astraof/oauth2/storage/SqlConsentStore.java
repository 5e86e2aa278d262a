package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.authorization.Consent;
import com.astraof.oauth2.core.authorization.ConsentStore;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Consents in {@code consents}. A row stays when its consent is withdrawn, so that the next one of
 * the same two has a later {@code since}, whatever the clock does; it names the consent in codes,
 * grants and access tokens.
 */
final class SqlConsentStore implements ConsentStore {
  private static final String FIND =
      """
      select scopes, since, last_used_at
      from consents
      where user_id = ? and application_id = ?
        and (withdrawn_through is null or withdrawn_through < since)
      """;
  private static final String APPROVE =
      """
      insert into consents (user_id, application_id, scopes, since, updated_at)
      values (?, ?, ?, ?, ?)
      on conflict (user_id, application_id) do update
      set scopes =
          case when consents.withdrawn_through >= consents.since then excluded.scopes
            else consents.scopes | excluded.scopes end,
        since =
          case when consents.withdrawn_through >= consents.since
              then case when excluded.since > consents.withdrawn_through then excluded.since
                else consents.withdrawn_through + 1 end
            else consents.since end,
        last_used_at =
          case when consents.withdrawn_through >= consents.since then null
            else consents.last_used_at end,
        updated_at = excluded.updated_at
      returning scopes, since, last_used_at
      """;
  private static final String WITHDRAW =
      """
      update consents
      set withdrawn_through = since, withdrawn_at = ?
      where user_id = ? and application_id = ?
        and (withdrawn_through is null or withdrawn_through < since)
      returning withdrawn_through
      """;
  private static final String WITHDRAWN =
      "select withdrawn_through from consents where user_id = ? and application_id = ?";
  private static final String WITHDRAW_ALL =
      """
      update consents
      set withdrawn_through = since, withdrawn_at = ?
      where user_id = ? and (withdrawn_through is null or withdrawn_through < since)
      returning user_id, application_id, withdrawn_through, withdrawn_at
      """;
  private static final String WITHDRAW_OF_CLOSED =
      """
      update consents
      set withdrawn_through = since, withdrawn_at = ?
      where user_id = ? and application_id = ?
        and exists (
          select 1 from users
          where id = consents.user_id and (closed_at is not null or blocked_at is not null)
        )
      """;
  private static final String USED =
      """
      update consents
      set last_used_at = ?
      where user_id = ? and application_id = ? and (last_used_at is null or last_used_at < ?)
      """;
  private static final String OF_USER =
      """
      select a.id, a.owner_id, a.offered_to, a.document, a.document_read_at,
        a.document_fresh_until, a.name, a.description, a.icon, a.website, a.terms_of_service,
        a.privacy_policy, a.client_type, a.redirect_uris, a.secret_hashes, a.jwks, a.jwks_uri,
        a.demands, a.bot_public, a.bot_requires_code_grant, a.bot_token_hash, a.created_at,
        a.version, a.verified_at, a.disabled_at, a.disabled_reason, a.valid_from, a.limit_times,
        c.scopes, c.since, c.last_used_at
      from consents c join applications a on a.id = c.application_id
      where c.user_id = ? and (c.withdrawn_through is null or c.withdrawn_through < c.since)
        and a.deleted_at is null
      order by coalesce(c.last_used_at, c.since) desc, a.id
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
  public Consent approve(UserId user, ApplicationId application, Scopes scopes, Act act) {
    return database.writeBeside(connection -> approve(connection, user, application, scopes, act));
  }

  /**
   * Part of a transaction, such as that which lets a device in. What is approved while the account
   * is being closed opens nothing.
   */
  static Consent approve(
      Connection connection, UserId user, ApplicationId application, Scopes scopes, Act act)
      throws SQLException {
    Turns.ofUser(connection, user);
    SqlAuditLog.insert(
        connection, AuditEvent.application(Event.ACCESS_APPROVED, user, application, act));
    Consent approved =
        Sql.one(
                connection,
                APPROVE,
                SqlConsentStore::read,
                user,
                application,
                scopes.bits(),
                act.at(),
                act.at())
            .orElseThrow();
    Sql.update(connection, WITHDRAW_OF_CLOSED, act.at(), user, application);
    return approved;
  }

  @Override
  public Optional<Instant> withdraw(UserId user, ApplicationId application, Act act) {
    var event = AuditEvent.application(Event.ACCESS_REMOVED, user, application, act);
    return database.end(
        connection -> {
          var through =
              Sql.one(
                  connection,
                  WITHDRAW,
                  row -> Sql.instant(row, "withdrawn_through"),
                  act.at(),
                  user,
                  application);
          if (through.isEmpty()) {
            return Sql.one(connection, WITHDRAWN, SqlConsentStore::through, user, application)
                .flatMap(before -> before);
          }
          SqlAuditLog.insert(connection, event);
          return through;
        });
  }

  private static Optional<Instant> through(ResultSet row) throws SQLException {
    return Optional.ofNullable(Sql.optionalInstant(row, "withdrawn_through"));
  }

  /** Part of a transaction, such as that which closes the account. */
  static List<Ending.OfConsent> withdrawAll(Connection connection, UserId user, Instant at)
      throws SQLException {
    return Sql.all(connection, WITHDRAW_ALL, SqlEndingFeed::consent, at, user);
  }

  @Override
  public void used(UserId user, ApplicationId application, Instant at) {
    database.writeBeside(connection -> Sql.update(connection, USED, at, user, application, at));
  }

  @Override
  public List<Standing> of(UserId user) {
    return database.read(
        connection ->
            Sql.all(
                connection,
                OF_USER,
                row -> new Standing(SqlApplicationStore.read(row), read(row)),
                user));
  }

  private static Consent read(ResultSet row) throws SQLException {
    Instant since = Sql.instant(row, "since");
    Instant lastUsed = Sql.optionalInstant(row, "last_used_at");
    return new Consent(
        new Scopes(row.getLong("scopes")), since, lastUsed == null ? since : lastUsed);
  }
}
