package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.connection.Connection;
import com.astraof.oauth2.core.connection.ConnectionStore;
import com.astraof.oauth2.core.connection.OutsideAccount;
import com.astraof.oauth2.core.connection.Visibility;
import com.astraof.oauth2.core.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Connections in {@code connections}, whose key lets an outside account have one user alone. */
final class SqlConnectionStore implements ConnectionStore {
  private static final String OF_USER =
      """
      select type, account_id, name, visibility, linked_at
      from connections
      where user_id = ?
      order by linked_at, type, account_id
      """;
  private static final String LINK =
      """
      insert into connections (type, account_id, user_id, name, visibility, linked_at)
      select ?, ?, ?, ?, ?, ?
      where (select count(*) from connections where user_id = ?) < ?
      on conflict do nothing
      """;
  private static final String RENAME =
      "update connections set name = ? where type = ? and account_id = ? and user_id = ?";
  private static final String EXISTS =
      "select 1 from connections where type = ? and account_id = ?";
  private static final String UNLINK =
      "delete from connections where type = ? and account_id = ? and user_id = ?";
  private static final String SHOW =
      "update connections set visibility = ? where type = ? and account_id = ? and user_id = ?";

  private final Database database;

  SqlConnectionStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Connection> of(UserId user) {
    return database.read(
        connection -> Sql.all(connection, OF_USER, SqlConnectionStore::read, user));
  }

  @Override
  public Linking link(UserId user, OutsideAccount account, int most, Act act) {
    var event = AuditEvent.account(Event.CONNECTION_LINKED, user, act);
    return database.write(
        connection -> {
          Turns.ofUser(connection, user);
          if (insert(connection, user, account, most, act) == 1) {
            SqlAuditLog.insert(connection, event);
            return Linking.LINKED;
          }
          String type = account.type();
          if (Sql.update(connection, RENAME, account.name(), type, account.id(), user) == 1) {
            return Linking.KNOWN;
          }
          return Sql.one(connection, EXISTS, row -> true, type, account.id()).isPresent()
              ? Linking.TAKEN
              : Linking.TOO_MANY;
        });
  }

  private static int insert(
      java.sql.Connection connection, UserId user, OutsideAccount account, int most, Act act)
      throws SQLException {
    return Sql.update(
        connection,
        LINK,
        account.type(),
        account.id(),
        user,
        account.name(),
        Visibility.EVERYONE.number(),
        act.at(),
        user,
        most);
  }

  @Override
  public void unlink(UserId user, String type, String id, Act act) {
    var event = AuditEvent.account(Event.CONNECTION_UNLINKED, user, act);
    database.write(
        connection -> {
          int unlinked = Sql.update(connection, UNLINK, type, id, user);
          if (unlinked == 1) {
            SqlAuditLog.insert(connection, event);
          }
          return unlinked;
        });
  }

  @Override
  public void show(UserId user, String type, String id, Visibility visibility) {
    database.write(connection -> Sql.update(connection, SHOW, visibility.number(), type, id, user));
  }

  private static Connection read(ResultSet row) throws SQLException {
    return new Connection(
        new OutsideAccount(
            Sql.text(row, "type"), Sql.text(row, "account_id"), Sql.text(row, "name")),
        Visibility.of(row.getInt("visibility")),
        Sql.instant(row, "linked_at"));
  }
}
