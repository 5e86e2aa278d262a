package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.leaving.Block;
import com.astraof.oauth2.core.leaving.Closure;
import com.astraof.oauth2.core.leaving.ClosureStore;
import com.astraof.oauth2.core.leaving.Standing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Closed accounts in {@code users}, and how they are erased. */
final class SqlClosureStore implements ClosureStore {
  private static final String STANDING =
      "select closed_at, erase_at, blocked_at, blocked_reason from users where id = ?";
  private static final String OWNED_GUILDS =
      "select name from guilds where owner_id = ? order by id";
  private static final String CLOSE =
      "update users set closed_at = ?, erase_at = ?, version = version + 1 where id = ?";
  private static final String REOPEN =
      """
      update users
      set closed_at = null, erase_at = null, version = version + 1
      where id = ? and closed_at is not null and deleted_at is null
        and blocked_at is null
      """;
  private static final String DUE =
      """
      select id
      from users
      where erase_at is not null and erase_at <= ?
        and not exists (select 1 from guilds where owner_id = users.id)
      order by erase_at
      limit ?
      """;
  private static final String ERASE =
      """
      update users
      set username = ?, username_folded = ?, discriminator = 0, global_name = null, avatar = null,
        banner = null, bio = null, pronouns = null, email = null, email_folded = null,
        email_verified = false, password = null, deleted_at = ?, version = version + 1
      where id = ? and erase_at is not null and erase_at <= ? and deleted_at is null
      """;
  private static final String BEGUN =
      "select 1 from users where id = ? and erase_at is not null and deleted_at is not null";
  private static final String FORGET_PLACES =
      """
      update audit_log set address = '', browser = '', system = ''
      where id in (
        select id from audit_log
        where user_id = ? and (address <> '' or browser <> '' or system <> '')
        limit ?)
      """;
  private static final String FINISH =
      "update users set erase_at = null where id = ? and deleted_at is not null";

  /** Each takes the user's id. What others decided about the person, such as a ban, stays. */
  private static final List<String> FORGET =
      List.of(
          "delete from sessions where user_id = ?",
          "delete from connections where user_id = ?",
          "delete from authenticator_apps where user_id = ?",
          "delete from passkeys where user_id = ?",
          "delete from passkey_handles where user_id = ?",
          "delete from recovery_codes where user_id = ?",
          "delete from mails where user_id = ?",
          "delete from way_backs where user_id = ?");

  private final Database database;

  SqlClosureStore(Database database) {
    this.database = database;
  }

  @Override
  public Standing standing(UserId user) {
    return database.read(
        connection ->
            Sql.one(connection, STANDING, SqlClosureStore::standing, user)
                .orElseGet(Standing.Open::new));
  }

  /** From the columns of these names. */
  static Standing standing(ResultSet row) throws SQLException {
    Instant blocked = Sql.optionalInstant(row, "blocked_at");
    if (blocked != null) {
      return new Standing.Blocked(new Block(blocked, Sql.text(row, "blocked_reason")));
    }
    Instant closed = Sql.optionalInstant(row, "closed_at");
    return closed == null
        ? new Standing.Open()
        : new Standing.Closed(new Closure(closed, Sql.optionalInstant(row, "erase_at")));
  }

  @Override
  public Closing close(UserId user, Closure closure, boolean mayOwnGuilds, Act act) {
    var what = closure.eraseAt() == null ? Event.ACCOUNT_DISABLED : Event.ACCOUNT_DELETED;
    return database.end(
        connection -> {
          Turns.ofUser(connection, user);
          List<String> owned = mayOwnGuilds ? List.of() : ownedGuilds(connection, user);
          if (!owned.isEmpty()) {
            return new Closing.OwnsGuilds(owned);
          }
          Sql.update(connection, CLOSE, closure.at(), closure.eraseAt(), user);
          SqlSessionStore.endAll(connection, user);
          SqlAuditLog.insert(connection, AuditEvent.account(what, user, act));
          return new Closing.Closed(SqlConsentStore.withdrawAll(connection, user, act.at()));
        });
  }

  private static List<String> ownedGuilds(Connection connection, UserId user) throws SQLException {
    return Sql.all(connection, OWNED_GUILDS, row -> Sql.text(row, "name"), user);
  }

  @Override
  public boolean reopen(UserId user, Act act) {
    var event = AuditEvent.account(Event.ACCOUNT_REOPENED, user, act);
    return database.write(
        connection -> {
          boolean reopened = Sql.update(connection, REOPEN, user) == 1;
          if (reopened) {
            SqlAuditLog.insert(connection, event);
          }
          return reopened;
        });
  }

  @Override
  public List<UserId> due(Instant now, int most) {
    return database.read(
        connection -> Sql.all(connection, DUE, row -> new UserId(row.getLong("id")), now, most));
  }

  @Override
  public boolean erase(UserId user, Instant now) {
    String name = "deleted_" + user;
    return database.write(
        connection -> {
          if (Sql.update(connection, ERASE, name, name, now, user, now) == 0) {
            return Sql.one(connection, BEGUN, row -> true, user).isPresent();
          }
          forget(connection, user);
          return true;
        });
  }

  @Override
  public boolean forgetPlaces(UserId user, int most) {
    return database.write(
        connection -> {
          boolean isLast = Sql.update(connection, FORGET_PLACES, user, most) < most;
          if (isLast) {
            Sql.update(connection, FINISH, user);
          }
          return isLast;
        });
  }

  private static void forget(Connection connection, UserId user) throws SQLException {
    SqlMembers.removeEverywhere(connection, user);
    SqlPictureStore.removeAll(connection, user);
    for (String statement : FORGET) {
      Sql.update(connection, statement, user);
    }
  }
}
