package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.factor.FactorStore;
import com.astraof.oauth2.core.factor.Factors;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Authenticator apps in {@code authenticator_apps}, recovery codes in {@code recovery_codes}. */
final class SqlFactorStore implements FactorStore {
  /** A bot has its application's id, and an application its owner's second factors. */
  private static final String OF =
      """
      select
        (select count(*) from authenticator_apps where user_id = who.id) as apps,
        (select count(*) from passkeys where user_id = who.id) as passkeys,
        (select count(*) from recovery_codes where user_id = who.id) as codes
      from (
        select coalesce((select owner_id from applications where id = ?), ?) as id
      ) who
      """;

  private static final String FIND =
      "select user_id, envelope, master_key from authenticator_apps where user_id = ?";
  private static final String ENABLE =
      """
      insert into authenticator_apps (user_id, envelope, master_key, last_step, created_at)
      values (?, ?, ?, ?, ?)
      on conflict (user_id) do nothing
      """;
  private static final String DISABLE = "delete from authenticator_apps where user_id = ?";
  private static final String USE_STEP =
      "update authenticator_apps set last_step = ? where user_id = ? and last_step < ?";
  private static final String ADD_CODE = "insert into recovery_codes (user_id, hash) values (?, ?)";
  private static final String USE_CODE =
      "delete from recovery_codes where user_id = ? and hash = ?";
  private static final String CLEAR_CODES = "delete from recovery_codes where user_id = ?";
  private static final String CLEAR_IDLE_CODES =
      """
      delete from recovery_codes
      where user_id = ?
        and not exists (select 1 from authenticator_apps a where a.user_id = recovery_codes.user_id)
        and not exists (select 1 from passkeys p where p.user_id = recovery_codes.user_id)
      """;
  private static final String CLEAR_PASSKEYS = "delete from passkeys where user_id = ?";
  private static final String CLEAR_YOUNG_APPS =
      "delete from authenticator_apps where user_id = ? and created_at >= ?";
  private static final String CLEAR_YOUNG_PASSKEYS =
      "delete from passkeys where user_id = ? and created_at >= ?";
  private static final String NOT_UNDER =
      """
      select user_id, envelope, master_key
      from authenticator_apps
      where master_key <> ? and user_id > ?
      order by user_id
      limit ?
      """;
  private static final String RESEAL =
      """
      update authenticator_apps set envelope = ?, master_key = ?
      where user_id = ? and envelope = ?
      """;

  private final Database database;
  private final Rows<UserId, Factors> factors;

  SqlFactorStore(Database database, Rows<UserId, Factors> factors) {
    this.database = database;
    this.factors = factors;
  }

  @Override
  public Factors of(UserId user) {
    return factors
        .find(user, () -> database.read(connection -> of(connection, user)))
        .orElseThrow();
  }

  private static Optional<Factors> of(Connection connection, UserId user) throws SQLException {
    return Sql.one(
        connection,
        OF,
        row -> new Factors(row.getInt("apps") > 0, row.getInt("passkeys"), row.getInt("codes")),
        user,
        user);
  }

  @Override
  public Optional<Sealed> totp(UserId user) {
    return database.read(connection -> Sql.one(connection, FIND, SqlFactorStore::sealed, user));
  }

  @Override
  public boolean enable(Sealed secret, long step, List<SecretHash> codes, Act act) {
    UserId user = secret.user();
    return database.write(
        connection -> {
          Turns.ofUser(connection, user);
          int enabled =
              Sql.update(
                  connection, ENABLE, user, secret.envelope(), secret.masterKey(), step, act.at());
          if (enabled == 0) {
            return false;
          }
          note(connection, Event.AUTHENTICATOR_APP_ADDED, user, act);
          replace(connection, user, codes);
          SqlSessionStore.unconfirm(connection, user);
          return true;
        });
  }

  @Override
  public boolean disable(UserId user, Act act) {
    return database.write(
        connection -> {
          Turns.ofUser(connection, user);
          if (Sql.update(connection, DISABLE, user) == 0) {
            return false;
          }
          note(connection, Event.AUTHENTICATOR_APP_REMOVED, user, act);
          clearIdleCodes(connection, user);
          return true;
        });
  }

  @Override
  public boolean useStep(UserId user, long step) {
    return database.write(connection -> Sql.update(connection, USE_STEP, step, user, step) == 1);
  }

  @Override
  public boolean useCode(UserId user, SecretHash code, Act act) {
    return database.write(
        connection -> {
          if (Sql.update(connection, USE_CODE, user, code) == 0) {
            return false;
          }
          note(connection, Event.RECOVERY_CODE_USED, user, act);
          return true;
        });
  }

  @Override
  public void replaceCodes(UserId user, List<SecretHash> codes, Act act) {
    database.write(
        connection -> {
          Turns.ofUser(connection, user);
          replace(connection, user, codes);
          note(connection, Event.RECOVERY_CODES_MADE, user, act);
          return true;
        });
  }

  @Override
  public void recover(UserId user, Act act) {
    database.write(
        connection -> {
          Turns.ofUser(connection, user);
          Sql.update(connection, DISABLE, user);
          Sql.update(connection, CLEAR_PASSKEYS, user);
          Sql.update(connection, CLEAR_CODES, user);
          SqlSessionStore.endAll(connection, user);
          note(connection, Event.ACCOUNT_RECOVERED, user, act);
          return true;
        });
  }

  @Override
  public List<Sealed> notUnder(int masterKey, long after, int limit) {
    return database.read(
        connection ->
            Sql.all(connection, NOT_UNDER, SqlFactorStore::sealed, masterKey, after, limit));
  }

  @Override
  public void reseal(Sealed old, Sealed sealed) {
    database.write(
        connection ->
            Sql.update(
                connection,
                RESEAL,
                sealed.envelope(),
                sealed.masterKey(),
                old.user(),
                old.envelope()));
  }

  /** Part of the transaction that makes the first second factor, or new codes. */
  static void replace(Connection connection, UserId user, List<SecretHash> codes)
      throws SQLException {
    Sql.update(connection, CLEAR_CODES, user);
    for (SecretHash code : codes) {
      Sql.update(connection, ADD_CODE, user, code);
    }
  }

  /**
   * Part of the transaction that gives an account back to its owner: what a thief has added goes,
   * and all recovery codes, which a thief may have made anew.
   */
  static void clearSince(Connection connection, UserId user, Instant since) throws SQLException {
    Sql.update(connection, CLEAR_YOUNG_APPS, user, since);
    Sql.update(connection, CLEAR_YOUNG_PASSKEYS, user, since);
    Sql.update(connection, CLEAR_CODES, user);
  }

  /**
   * Part of the transaction that takes a second factor away: after the last, codes open nothing.
   */
  static void clearIdleCodes(Connection connection, UserId user) throws SQLException {
    Sql.update(connection, CLEAR_IDLE_CODES, user);
  }

  private static void note(Connection connection, Event what, UserId user, Act act)
      throws SQLException {
    SqlAuditLog.insert(connection, AuditEvent.account(what, user, act));
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    return new Sealed(
        new UserId(row.getLong("user_id")), Sql.text(row, "envelope"), row.getInt("master_key"));
  }
}
