package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditEvent.Subject;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.Grant.Life;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Grants in {@code grants}: every operation touches one row by its key. */
final class SqlGrantStore implements GrantStore {
  private static final String OPEN =
      """
      insert into grants (id, user_id, application_id, scopes, generation, opened_at, renewed_at,
        consent_since, authenticated_at, methods)
      select ?, user_id, application_id, ?, 0, ?, ?, since, cast(? as bigint), cast(? as text)
      from consents
      where user_id = ? and application_id = ? and since = ?
        and (withdrawn_through is null or withdrawn_through < since)
        and not exists (
          select 1 from applications a
          where a.id = consents.application_id
            and (a.disabled_at is not null or a.deleted_at is not null)
        )
      on conflict (id) do nothing
      """;
  private static final String REVOKE =
      """
      update grants
      set revoked_at = ?, revocation_reason = ?
      where id = ? and revoked_at is null
      returning user_id, application_id
      """;
  private static final String REVOKE_OWN =
      """
      insert into grants (id, user_id, application_id, scopes, generation, opened_at, renewed_at,
        consent_since, revoked_at, revocation_reason)
      values (?, ?, ?, 0, 0, ?, ?, 0, ?, ?)
      on conflict (id) do nothing
      """;
  private static final String FIND =
      """
      select g.id, g.user_id, g.application_id, g.scopes, g.generation, g.opened_at, g.renewed_at,
        g.consent_since, g.authenticated_at, g.methods, coalesce(
          g.revoked_at,
          case when c.withdrawn_through >= g.consent_since then c.withdrawn_at end,
          case when g.opened_at < (select max(issued_before) from everything_ended)
            then (select max(ended_at) from everything_ended) end,
          a.deleted_at, a.disabled_at,
          case when g.opened_at < a.valid_from then a.valid_from end) as revoked_at
      from grants g
      left join consents c on c.user_id = g.user_id and c.application_id = g.application_id
      left join applications a on a.id = g.application_id
      where g.id = ?
      """;

  private final Database database;

  SqlGrantStore(Database database) {
    this.database = database;
  }

  @Override
  public Opening open(Grant grant) {
    Instant at = grant.life().openedAt();
    Authentication signIn = grant.approval().authentication();
    return database.writeBeside(
        connection -> {
          int inserted =
              Sql.update(
                  connection,
                  OPEN,
                  grant.id(),
                  grant.scopes().bits(),
                  at,
                  at,
                  signIn == null ? null : signIn.at(),
                  signIn == null ? null : SignInMethod.text(signIn.methods()),
                  grant.user(),
                  grant.application(),
                  grant.consentSince());
          if (inserted == 1) {
            return new Opening.Opened(grant);
          }
          return find(connection, grant.id())
              .<Opening>map(found -> new Opening.AlreadyOpen(found.id()))
              .orElseGet(Opening.ConsentWithdrawn::new);
        });
  }

  @Override
  public Advance advance(GrantId id, int fromGeneration, Instant at, Lifetimes lifetimes) {
    return database.writeBeside(new GrantStep(1, id, fromGeneration, at, lifetimes));
  }

  @Override
  public Advance renew(GrantId id, int generation, Instant at, Lifetimes lifetimes) {
    return database.writeBeside(new GrantStep(0, id, generation, at, lifetimes));
  }

  @Override
  public void revoke(GrantId id, RevocationReason reason, Act act) {
    database.end(connection -> revoke(connection, id, reason, act));
  }

  /** Part of a transaction; 0 when it had ended before, else 1. */
  static int revoke(Connection connection, GrantId id, RevocationReason reason, Act act)
      throws SQLException {
    var subject = Sql.one(connection, REVOKE, row -> subject(row, id), act.at(), reason.name(), id);
    if (subject.isPresent()) {
      SqlAuditLog.insert(connection, new AuditEvent(reason.event(), subject.get(), act));
    }
    return subject.isPresent() ? 1 : 0;
  }

  @Override
  public void revokeOwn(GrantId id, ApplicationId application, Act act) {
    var reason = RevocationReason.APP_REVOKED;
    var itself = new UserId(application.value());
    Instant at = act.at();
    database.end(
        connection -> {
          if (Sql.update(connection, REVOKE_OWN, id, itself, application, at, at, at, reason.name())
              == 1) {
            var subject = new Subject(itself, application, id.toString(), null);
            SqlAuditLog.insert(connection, new AuditEvent(reason.event(), subject, act));
          }
          return true;
        });
  }

  private static Subject subject(ResultSet row, GrantId id) throws SQLException {
    return new Subject(
        new UserId(row.getLong("user_id")),
        new ApplicationId(row.getLong("application_id")),
        id.toString(),
        null);
  }

  @Override
  public Optional<Grant> find(GrantId id) {
    return database.read(connection -> find(connection, id));
  }

  static Optional<Grant> find(Connection connection, GrantId id) throws SQLException {
    return Sql.one(connection, FIND, SqlGrantStore::read, id);
  }

  static Grant read(ResultSet row) throws SQLException {
    return new Grant(
        new GrantId(row.getBytes("id")),
        new UserId(row.getLong("user_id")),
        new ApplicationId(row.getLong("application_id")),
        new Scopes(row.getLong("scopes")),
        new Approval(Sql.instant(row, "consent_since"), SqlSessionStore.optionalSignIn(row)),
        new Life(
            row.getInt("generation"),
            Sql.instant(row, "opened_at"),
            Sql.instant(row, "renewed_at"),
            Sql.optionalInstant(row, "revoked_at")));
  }
}
