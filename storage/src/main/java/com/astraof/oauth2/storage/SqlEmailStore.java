package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.EmailRule;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.UserStore.Login;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.mail.EmailStore;
import com.astraof.oauth2.core.mail.Mail;
import com.astraof.oauth2.core.mail.MailLink;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What links in mails do to {@code users}. Address and password that the link was made for stand in
 * each {@code where}. Ways back are in {@code way_backs}, and each new one takes some that are over
 * away.
 */
final class SqlEmailStore implements EmailStore {
  private static final String AS_READ =
      "where id = ? and email = ? and password = ? and deleted_at is null";
  private static final String VERIFY =
      "update users set email_verified = true, version = version + 1 " + AS_READ;
  private static final String RESET =
      """
      update users
      set password = ?, password_changed_at = ?, email_verified = true, version = version + 1
      """
          + AS_READ;
  private static final String TAKEN = "select 1 from users where email_folded = ? and id <> ?";
  private static final String CHANGE =
      """
      update users
      set email = ?, email_folded = ?, email_verified = true, version = version + 1
      """
          + AS_READ;
  private static final String FORGET =
      """
      delete from way_backs
      where expires_at in (
        select expires_at from way_backs where expires_at < ? order by expires_at limit 20
      )
      """;
  private static final String OPEN_WAY_BACK =
      "insert into way_backs (user_id, at, email, email_folded, expires_at) values (?, ?, ?, ?, ?)";
  private static final String HELD =
      "select 1 from way_backs where email_folded = ? and user_id <> ? and expires_at > ?";
  private static final String WAY_BACK =
      "select email from way_backs where user_id = ? and at = ? and expires_at > ?";
  private static final String CLOSE = "delete from way_backs where user_id = ? and at >= ?";
  private static final String GO_BACK =
      """
      update users
      set email = ?, email_folded = ?, email_verified = true, password = ?,
        password_changed_at = ?, version = version + 1
      where id = ? and deleted_at is null
      """;

  /** So long before the address was changed a thief may have added second factors. */
  private static final Duration TAKEN_OVER = Duration.ofDays(1);

  private final Database database;

  SqlEmailStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean verify(Login read, MailLink link, Act act) {
    return database.write(
        connection -> {
          boolean verified =
              use(connection, link, act)
                  && Sql.update(connection, VERIFY, link.user(), read.address(), phc(read)) == 1;
          if (verified) {
            note(connection, Event.EMAIL_VERIFIED, link.user(), act);
          }
          return verified;
        });
  }

  @Override
  public Optional<List<Ending.OfConsent>> reset(
      Login read, MailLink link, NewPassword password, Act act) {
    return database.end(
        connection -> {
          boolean written =
              use(connection, link, act)
                  && Sql.update(
                          connection,
                          RESET,
                          password.hash().phc(),
                          act.at(),
                          link.user(),
                          read.address(),
                          phc(read))
                      == 1;
          return written
              ? Optional.of(renewed(connection, Event.PASSWORD_RESET, link.user(), password, act))
              : Optional.empty();
        });
  }

  @Override
  public Changing change(Login read, MailLink link, String address, Instant wayBackUntil, Act act) {
    String folded = EmailRule.folded(address);
    UserId user = link.user();
    return database.write(
        connection -> {
          if (isTaken(connection, folded, user, act.at())) {
            return Changing.TAKEN;
          }
          if (!use(connection, link, act)
              || Sql.update(connection, CHANGE, address, folded, user, read.address(), phc(read))
                  == 0) {
            return Changing.DEAD;
          }
          Email old = read.user().email();
          if (old != null && old.verified()) {
            openWayBack(connection, user, old.address(), wayBackUntil, act.at());
          }
          note(connection, Event.EMAIL_CHANGED, user, act);
          return Changing.CHANGED;
        });
  }

  /** Also while it is kept for somebody else, who may want it back. */
  private static boolean isTaken(Connection connection, String folded, UserId user, Instant now)
      throws SQLException {
    return Sql.one(connection, TAKEN, row -> true, folded, user).isPresent()
        || isHeld(connection, folded, user, now);
  }

  /** Whether the address is kept for somebody other than this user. */
  static boolean isHeld(Connection connection, String folded, UserId user, Instant now)
      throws SQLException {
    return Sql.one(connection, HELD, row -> true, folded, user, now).isPresent();
  }

  /** Only a proved address can: whoever reads an unproved one may be a stranger. */
  private static void openWayBack(
      Connection connection, UserId user, String address, Instant until, Instant now)
      throws SQLException {
    Sql.update(connection, FORGET, now);
    Sql.update(connection, OPEN_WAY_BACK, user, now, address, EmailRule.folded(address), until);
    SqlMailQueue.add(connection, new Mail.Changed(user, address, now));
  }

  @Override
  public boolean isOpen(UserId user, Instant changedAt, Instant now) {
    return database.read(connection -> wayBack(connection, user, changedAt, now)).isPresent();
  }

  @Override
  public Optional<List<Ending.OfConsent>> goBack(
      UserId user, Instant changedAt, NewPassword password, Act act) {
    return database.end(
        connection -> {
          Turns.ofUser(connection, user);
          String address = wayBack(connection, user, changedAt, act.at()).orElse(null);
          if (address == null) {
            return Optional.empty();
          }
          Sql.update(connection, CLOSE, user, changedAt);
          Sql.update(
              connection,
              GO_BACK,
              address,
              EmailRule.folded(address),
              password.hash().phc(),
              act.at(),
              user);
          SqlFactorStore.clearSince(connection, user, changedAt.minus(TAKEN_OVER));
          return Optional.of(renewed(connection, Event.EMAIL_RESTORED, user, password, act));
        });
  }

  private static Optional<String> wayBack(
      Connection connection, UserId user, Instant changedAt, Instant now) throws SQLException {
    return Sql.one(connection, WAY_BACK, row -> Sql.text(row, "email"), user, changedAt, now);
  }

  /** What ends when the account has a new password. */
  private static List<Ending.OfConsent> renewed(
      Connection connection, Event what, UserId user, NewPassword password, Act act)
      throws SQLException {
    SqlSessionStore.endAll(connection, user);
    note(connection, what, user, act);
    if (!password.endAppAccess()) {
      return List.of();
    }
    note(connection, Event.ALL_ACCESS_REMOVED, user, act);
    return SqlConsentStore.withdrawAll(connection, user, act.at());
  }

  /** True once for each link. */
  private static boolean use(Connection connection, MailLink link, Act act) throws SQLException {
    return SqlOnceStore.spend(
        connection, "mail-link " + link.once().text(), link.expiresAt(), act.at());
  }

  private static void note(Connection connection, Event what, UserId user, Act act)
      throws SQLException {
    SqlAuditLog.insert(connection, AuditEvent.account(what, user, act));
  }

  private static String phc(Login read) {
    return read.password().phc();
  }
}
