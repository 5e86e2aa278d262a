package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.factor.Passkey;
import com.astraof.oauth2.core.factor.PasskeyStore;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys in {@code passkeys}, by their credential id. */
final class SqlPasskeyStore implements PasskeyStore {
  private static final String SELECT =
      """
      select id, user_id, name, credential, counter, shared, created_at, last_used_at
      from passkeys
      """;
  private static final String OF = SELECT + "where user_id = ? order by created_at, id";
  private static final String FIND = SELECT + "where id = ?";
  private static final String ADD =
      """
      insert into passkeys (id, user_id, name, credential, counter, shared, created_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;
  private static final String COUNT = "select count(*) as passkeys from passkeys where user_id = ?";
  private static final String HAS_APP = "select 1 from authenticator_apps where user_id = ?";
  private static final String USE =
      """
      update passkeys set counter = ?, last_used_at = ?
      where id = ? and (counter < ? or (counter = 0 and ? = 0))
      """;
  private static final String RENAME = "update passkeys set name = ? where user_id = ? and id = ?";
  private static final String REMOVE = "delete from passkeys where user_id = ? and id = ?";
  private static final String ADD_HANDLE =
      "insert into passkey_handles (user_id, handle) values (?, ?) on conflict (user_id) do nothing";
  private static final String HANDLE = "select handle from passkey_handles where user_id = ?";

  private final Database database;

  SqlPasskeyStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Passkey> of(UserId user) {
    return database.read(connection -> Sql.all(connection, OF, SqlPasskeyStore::read, user));
  }

  @Override
  public Optional<Passkey> find(String id) {
    return database.read(connection -> Sql.one(connection, FIND, SqlPasskeyStore::read, id));
  }

  @Override
  public String handle(UserId user, String fresh) {
    return database
        .read(connection -> handle(connection, user))
        .orElseGet(
            () ->
                database.write(
                    connection -> {
                      Sql.update(connection, ADD_HANDLE, user, fresh);
                      return handle(connection, user).orElseThrow();
                    }));
  }

  private static Optional<String> handle(Connection connection, UserId user) throws SQLException {
    return Sql.one(connection, HANDLE, row -> Sql.text(row, "handle"), user);
  }

  @Override
  public Adding add(Passkey passkey, List<SecretHash> codes, int most, Act act) {
    UserId user = passkey.user();
    return database.write(
        connection -> {
          Turns.ofUser(connection, user);
          int before = Sql.one(connection, COUNT, row -> row.getInt("passkeys"), user).orElse(0);
          if (before >= most) {
            return Adding.TOO_MANY;
          }
          if (!insert(connection, passkey)) {
            return Adding.TAKEN;
          }
          var event = AuditEvent.account(Event.PASSKEY_ADDED, user, act);
          SqlAuditLog.insert(connection, event);
          if (before > 0 || Sql.one(connection, HAS_APP, row -> true, user).isPresent()) {
            return Adding.FURTHER;
          }
          SqlFactorStore.replace(connection, user, codes);
          SqlSessionStore.unconfirm(connection, user);
          return Adding.FIRST;
        });
  }

  private static boolean insert(Connection connection, Passkey passkey) throws SQLException {
    int inserted =
        Sql.update(
            connection,
            ADD,
            passkey.id(),
            passkey.user(),
            passkey.name(),
            passkey.key().credential(),
            passkey.key().counter(),
            passkey.key().shared(),
            passkey.createdAt());
    return inserted == 1;
  }

  @Override
  public boolean use(String id, long counter, Instant at) {
    return database.write(
        connection -> Sql.update(connection, USE, counter, at, id, counter, counter) == 1);
  }

  @Override
  public void rename(UserId user, String id, String name) {
    database.write(connection -> Sql.update(connection, RENAME, name, user, id));
  }

  @Override
  public void remove(UserId user, String id, Act act) {
    database.write(
        connection -> {
          Turns.ofUser(connection, user);
          if (Sql.update(connection, REMOVE, user, id) == 0) {
            return false;
          }
          SqlAuditLog.insert(connection, AuditEvent.account(Event.PASSKEY_REMOVED, user, act));
          SqlFactorStore.clearIdleCodes(connection, user);
          return true;
        });
  }

  private static Passkey read(ResultSet row) throws SQLException {
    return new Passkey(
        Sql.text(row, "id"),
        new UserId(row.getLong("user_id")),
        Sql.text(row, "name"),
        new Passkey.Key(
            Sql.text(row, "credential"), row.getLong("counter"), row.getBoolean("shared")),
        Sql.instant(row, "created_at"),
        Sql.optionalInstant(row, "last_used_at"));
  }
}
