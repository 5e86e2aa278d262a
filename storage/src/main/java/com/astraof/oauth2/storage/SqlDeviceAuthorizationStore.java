package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.device.DeviceAuthorization;
import com.astraof.oauth2.core.device.DeviceAuthorization.Decision;
import com.astraof.oauth2.core.device.DeviceAuthorizationStore;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.SecretHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Device authorizations in {@code device_authorizations}. Each new row takes some that have expired
 * away, so the table stays as small as what can still be used, and nothing has to sweep it.
 */
final class SqlDeviceAuthorizationStore implements DeviceAuthorizationStore {
  private static final String FORGET =
      """
      delete from device_authorizations
      where id in (
        select id from device_authorizations where expires_at < ? order by expires_at limit 20)
      """;
  private static final String ADD =
      """
      insert into device_authorizations (id, user_code, application_id, scopes, expires_at)
      values (?, ?, ?, ?, ?)
      on conflict (user_code) do nothing
      """;
  private static final String SELECT =
      """
      select id, user_code, application_id, scopes, expires_at, decision, user_id, consent_since,
        authenticated_at, methods
      from device_authorizations
      """;
  private static final String FIND = SELECT + "where id = ?";
  private static final String FIND_BY_USER_CODE = SELECT + "where user_code = ?";
  private static final String DECIDE =
      """
      update device_authorizations
      set decision = ?, user_id = ?
      where id = ? and decision is null and expires_at > ?
      """;
  private static final String UNDER_CONSENT =
      """
      update device_authorizations set consent_since = ?, authenticated_at = ?, methods = ?
      where id = ?
      """;

  private static final String APPROVED = "APPROVED";
  private static final String DENIED = "DENIED";

  private final Database database;

  SqlDeviceAuthorizationStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(DeviceAuthorization pending, Instant now) {
    return database.writeBeside(
        connection -> {
          Sql.update(connection, FORGET, now);
          int added =
              Sql.update(
                  connection,
                  ADD,
                  pending.id(),
                  pending.userCode(),
                  pending.application(),
                  pending.scopes().bits(),
                  pending.expiresAt());
          return added == 1;
        });
  }

  @Override
  public Optional<DeviceAuthorization> find(GrantId id) {
    return database.read(
        connection -> Sql.one(connection, FIND, SqlDeviceAuthorizationStore::read, id));
  }

  @Override
  public Optional<DeviceAuthorization> findByUserCode(SecretHash userCode) {
    return database.read(
        connection ->
            Sql.one(connection, FIND_BY_USER_CODE, SqlDeviceAuthorizationStore::read, userCode));
  }

  @Override
  public boolean approve(DeviceAuthorization seen, UserId user, Authentication signIn, Act act) {
    return database.writeBeside(
        connection -> {
          if (Sql.update(connection, DECIDE, APPROVED, user, seen.id(), act.at()) == 0) {
            return false;
          }
          var consent =
              SqlConsentStore.approve(connection, user, seen.application(), seen.scopes(), act);
          String methods = SignInMethod.text(signIn.methods());
          return Sql.update(
                  connection, UNDER_CONSENT, consent.since(), signIn.at(), methods, seen.id())
              == 1;
        });
  }

  @Override
  public boolean deny(GrantId id, Instant now) {
    return database.writeBeside(
        connection -> Sql.update(connection, DECIDE, DENIED, null, id, now) == 1);
  }

  private static DeviceAuthorization read(ResultSet row) throws SQLException {
    return new DeviceAuthorization(
        new GrantId(row.getBytes("id")),
        new SecretHash(row.getBytes("user_code")),
        new ApplicationId(row.getLong("application_id")),
        new Scopes(row.getLong("scopes")),
        Sql.instant(row, "expires_at"),
        decision(row));
  }

  private static Decision decision(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    if (decision == null) {
      return new Decision.Pending();
    }
    return decision.equals(DENIED)
        ? new Decision.Denied()
        : new Decision.Approved(
            new UserId(row.getLong("user_id")),
            new Approval(Sql.instant(row, "consent_since"), SqlSessionStore.optionalSignIn(row)));
  }
}
