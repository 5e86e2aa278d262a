package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.SessionStore;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sessions in {@code sessions}, by the hash of their token. */
final class SqlSessionStore implements SessionStore {
  private static final String OPEN =
      """
      insert into sessions (token, user_id, opened_at, last_used_at, authenticated_at, methods,
        address, browser, system)
      select ?, ?, ?, ?, ?, ?, ?, ?, ?
      where exists (
        select 1 from users
        where id = ? and closed_at is null and blocked_at is null and deleted_at is null
      )
      """;
  private static final String SELECT =
      """
      select s.token, s.opened_at, s.last_used_at, s.confirmed_until, s.authenticated_at,
        s.methods, s.address, s.browser, s.system, u.id, u.username, u.discriminator,
        u.global_name, u.avatar, u.banner, u.bio, u.pronouns, u.language, u.email,
        u.email_verified, u.bot, u.created_at, u.password_changed_at, u.version
      from sessions s join users u on u.id = s.user_id
      """;
  private static final String FIND = SELECT + "where s.token = ?";
  private static final String OF_USER =
      SELECT + "where s.user_id = ? order by s.last_used_at desc, s.opened_at desc";
  private static final String RENEW = "update sessions set token = ? where token = ?";
  private static final String SIGN_IN_AGAIN =
      """
      update sessions set token = ?, authenticated_at = ?, last_used_at = ?, methods = ?
      where token = ?
      """;
  private static final String TOUCH = "update sessions set last_used_at = ? where token = ?";
  private static final String CONFIRM = "update sessions set confirmed_until = ? where token = ?";
  private static final String UNCONFIRM =
      "update sessions set confirmed_until = null where user_id = ?";
  private static final String END_ALL = "delete from sessions where user_id = ?";
  private static final String END = "delete from sessions where token = ? returning user_id";
  private static final String END_OWN = "delete from sessions where token = ? and user_id = ?";
  private static final String END_OTHERS = "delete from sessions where user_id = ? and token <> ?";

  private static final String END_OLD =
      """
      delete from sessions
      where token in (select token from sessions where opened_at < ? limit ?)
      """;
  private static final String FORGET =
      """
      delete from sessions
      where last_used_at < ?
        and token in (
          select token from sessions where last_used_at < ? order by last_used_at limit ?)
      """;

  private final Database database;

  SqlSessionStore(Database database) {
    this.database = database;
  }

  @Override
  public void open(SecretHash token, UserId user, Set<SignInMethod> methods, Act act) {
    var event = AuditEvent.account(signedIn(methods), user, act);
    database.writeBeside(
        connection -> {
          Turns.ofUser(connection, user);
          boolean opened =
              Sql.update(
                      connection,
                      OPEN,
                      token,
                      user,
                      act.at(),
                      act.at(),
                      act.at(),
                      SignInMethod.text(methods),
                      act.from().address(),
                      act.from().device().browser(),
                      act.from().device().system(),
                      user)
                  == 1;
          if (opened) {
            SqlAuditLog.insert(connection, event);
          }
          return opened;
        });
  }

  private static Event signedIn(Set<SignInMethod> methods) {
    if (!methods.contains(SignInMethod.SEVERAL_FACTORS)) {
      return Event.SIGNED_IN;
    }
    return methods.contains(SignInMethod.PASSWORD)
        ? Event.SIGNED_IN_WITH_SECOND_FACTOR
        : Event.SIGNED_IN_WITH_PASSKEY;
  }

  @Override
  public Optional<Session> find(SecretHash token) {
    return database.read(connection -> Sql.one(connection, FIND, SqlSessionStore::read, token));
  }

  @Override
  public List<Session> of(UserId user) {
    return database.read(connection -> Sql.all(connection, OF_USER, SqlSessionStore::read, user));
  }

  @Override
  public void touch(SecretHash token, Instant at) {
    database.writeBeside(connection -> Sql.update(connection, TOUCH, at, token));
  }

  @Override
  public void confirm(SecretHash token, Instant until) {
    database.writeBeside(connection -> Sql.update(connection, CONFIRM, until, token));
  }

  @Override
  public void renew(SecretHash old, SecretHash token) {
    database.writeBeside(connection -> Sql.update(connection, RENEW, token, old));
  }

  @Override
  public void renew(Session old, SecretHash token, Authentication signIn, Act act) {
    var event = AuditEvent.account(signedIn(signIn.methods()), old.user().id(), act);
    String methods = SignInMethod.text(signIn.methods());
    database.writeBeside(
        connection -> {
          int renewed =
              Sql.update(
                  connection, SIGN_IN_AGAIN, token, signIn.at(), act.at(), methods, old.token());
          if (renewed == 1) {
            SqlAuditLog.insert(connection, event);
          }
          return renewed;
        });
  }

  @Override
  public void end(SecretHash token, Act act) {
    database.writeBeside(
        connection -> {
          var user = Sql.one(connection, END, row -> new UserId(row.getLong("user_id")), token);
          if (user.isPresent()) {
            SqlAuditLog.insert(
                connection,
                AuditEvent.account(
                    Event.SIGNED_OUT, user.get(), act.by(new Who.Person(user.get()))));
          }
          return true;
        });
  }

  @Override
  public void end(UserId user, Collection<SecretHash> tokens, Act act) {
    database.writeBeside(
        connection -> {
          int ended = 0;
          for (SecretHash token : tokens) {
            ended += Sql.update(connection, END_OWN, token, user);
          }
          return noted(connection, ended, user, act);
        });
  }

  @Override
  public void endOthers(UserId user, SecretHash kept, Act act) {
    database.writeBeside(
        connection -> noted(connection, endOthers(connection, user, kept), user, act));
  }

  /** Part of the transaction that changes the user's password. */
  static int endOthers(Connection connection, UserId user, SecretHash kept) throws SQLException {
    return Sql.update(connection, END_OTHERS, user, kept);
  }

  /** Part of the transaction that makes the first second factor. */
  static void unconfirm(Connection connection, UserId user) throws SQLException {
    Sql.update(connection, UNCONFIRM, user);
  }

  /** Part of a transaction that leaves nobody signed in, such as one that closes the account. */
  static void endAll(Connection connection, UserId user) throws SQLException {
    Sql.update(connection, END_ALL, user);
  }

  @Override
  public int endOpenedBefore(Instant before, int most) {
    return database.writeBeside(connection -> Sql.update(connection, END_OLD, before, most));
  }

  @Override
  public int forgetUnused(Instant since, int most) {
    return database.writeBeside(connection -> Sql.update(connection, FORGET, since, since, most));
  }

  private static boolean noted(Connection connection, int ended, UserId user, Act act)
      throws SQLException {
    if (ended > 0) {
      SqlAuditLog.insert(connection, AuditEvent.account(Event.SESSIONS_ENDED, user, act));
    }
    return ended > 0;
  }

  private static Authentication signIn(ResultSet row) throws SQLException {
    return new Authentication(
        Sql.instant(row, "authenticated_at"), SignInMethod.read(Sql.text(row, "methods")));
  }

  /** Null in rows from before it was written down. */
  static @Nullable Authentication optionalSignIn(ResultSet row) throws SQLException {
    return Sql.optionalInstant(row, "authenticated_at") == null ? null : signIn(row);
  }

  private static Session read(ResultSet row) throws SQLException {
    return new Session(
        new SecretHash(row.getBytes("token")),
        SqlUserStore.read(row),
        SqlAuditLog.place(row),
        signIn(row),
        new Session.Life(
            Sql.instant(row, "opened_at"),
            Sql.instant(row, "last_used_at"),
            Sql.optionalInstant(row, "confirmed_until")));
  }
}
