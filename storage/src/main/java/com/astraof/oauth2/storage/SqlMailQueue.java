package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.mail.Mail;
import com.astraof.oauth2.core.mail.MailQueue;
import com.astraof.oauth2.core.mail.Notice;
import com.astraof.oauth2.core.mail.QueuedMail;
import com.astraof.oauth2.core.secret.SecretHash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mails in {@code mails}, until they are sent. The number of tries is what a claim is made on: who
 * raises it holds the mail, and who held it before can do nothing to it any more.
 */
final class SqlMailQueue implements MailQueue {
  private static final String ADD =
      """
      insert into mails (kind, user_id, recipient, mark, event, application_id, address, browser,
        system, at, due_at, tries)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """;
  private static final String VERIFIED =
      """
      select email from users
      where id = ? and email_verified and email is not null and deleted_at is null
      """;
  private static final String DUE =
      """
      select id, kind, user_id, recipient, mark, event, application_id, address, browser, system,
        at, tries
      from mails
      where due_at <= ? and kind in ('VERIFY', 'RESET', 'CHANGE', 'CHANGED', 'TELL')
        and (event is null or event in %s)
      order by due_at, id
      limit ?
      """
          .formatted(Sql.known(Event.values()));
  private static final String COUNT = "select count(*) as waiting from mails";
  private static final String CLAIM =
      "update mails set tries = tries + 1, due_at = ? where id = ? and tries = ?";
  private static final String POSTPONE = "update mails set due_at = ? where id = ? and tries = ?";
  private static final String REMOVE = "delete from mails where id = ? and tries = ?";
  private static final String REMOVE_OLD =
      "delete from mails where id in (select id from mails where at < ? order by at limit 100)";

  private final Database database;

  SqlMailQueue(Database database) {
    this.database = database;
  }

  @Override
  public void add(Mail mail) {
    database.writeBeside(connection -> add(connection, mail));
  }

  /** Part of the transaction that the mail tells of. */
  static int add(Connection connection, Mail mail) throws SQLException {
    return switch (mail) {
      case Mail.Verify(var user, var recipient, var mark, var at) ->
          insert(connection, "VERIFY", user, recipient, mark, at);
      case Mail.Reset(var recipient, var at) ->
          insert(connection, "RESET", null, recipient, null, at);
      case Mail.Change(var user, var recipient, var mark, var at) ->
          insert(connection, "CHANGE", user, recipient, mark, at);
      case Mail.Changed(var user, var recipient, var at) ->
          insert(connection, "CHANGED", user, recipient, null, at);
      case Mail.Tell tell -> insert(connection, tell);
    };
  }

  /**
   * Part of the transaction that writes the event down: tells the user of it, if it is worth it.
   */
  static void tell(Connection connection, AuditEvent event) throws SQLException {
    Notice notice = Notice.of(event.what());
    if (notice == Notice.NONE) {
      return;
    }
    Instant at = event.act().at();
    if (!SqlOnceStore.spend(connection, notice.key(event), notice.quietUntil(at), at)) {
      return;
    }
    var subject = event.subject();
    var recipient =
        Sql.one(connection, VERIFIED, row -> Sql.text(row, "email"), subject.user()).orElse(null);
    if (recipient != null) {
      insert(
          connection,
          new Mail.Tell(
              subject.user(),
              recipient,
              event.what(),
              subject.application(),
              event.visiblePlace().orElse(null),
              at));
    }
  }

  private static int insert(
      Connection connection,
      String kind,
      @Nullable UserId user,
      String recipient,
      @Nullable SecretHash mark,
      Instant at)
      throws SQLException {
    return Sql.update(
        connection, ADD, kind, user, recipient, mark, null, null, null, null, null, at, at);
  }

  private static int insert(Connection connection, Mail.Tell tell) throws SQLException {
    Place place = tell.place();
    return Sql.update(
        connection,
        ADD,
        "TELL",
        tell.user(),
        tell.recipient(),
        null,
        tell.what().name(),
        tell.application(),
        place == null ? null : place.address(),
        place == null ? null : place.device().browser(),
        place == null ? null : place.device().system(),
        tell.at(),
        tell.at());
  }

  @Override
  public List<QueuedMail> due(Instant now, int most) {
    return database.read(connection -> Sql.all(connection, DUE, SqlMailQueue::read, now, most));
  }

  @Override
  public long waiting() {
    return database.read(
        connection -> Sql.one(connection, COUNT, row -> row.getLong("waiting")).orElseThrow());
  }

  @Override
  public Optional<QueuedMail> claim(QueuedMail mail, Instant leaseUntil) {
    return database.writeBeside(
        connection ->
            Sql.update(connection, CLAIM, leaseUntil, mail.id(), mail.tries()) == 1
                ? Optional.of(mail.claimed())
                : Optional.empty());
  }

  @Override
  public void remove(QueuedMail claimed) {
    database.writeBeside(
        connection -> Sql.update(connection, REMOVE, claimed.id(), claimed.tries()));
  }

  @Override
  public void postpone(QueuedMail claimed, Instant until) {
    database.writeBeside(
        connection -> Sql.update(connection, POSTPONE, until, claimed.id(), claimed.tries()));
  }

  @Override
  public void removeOlderThan(Instant oldest) {
    database.writeBeside(connection -> Sql.update(connection, REMOVE_OLD, oldest));
  }

  private static QueuedMail read(ResultSet row) throws SQLException {
    return new QueuedMail(row.getLong("id"), row.getInt("tries"), mail(row));
  }

  private static Mail mail(ResultSet row) throws SQLException {
    var user = new UserId(row.getLong("user_id"));
    String recipient = Sql.text(row, "recipient");
    Instant at = Sql.instant(row, "at");
    return switch (Sql.text(row, "kind")) {
      case "VERIFY" -> new Mail.Verify(user, recipient, mark(row), at);
      case "RESET" -> new Mail.Reset(recipient, at);
      case "CHANGE" -> new Mail.Change(user, recipient, mark(row), at);
      case "CHANGED" -> new Mail.Changed(user, recipient, at);
      default -> tell(row, user, recipient, at);
    };
  }

  private static Mail.Tell tell(ResultSet row, UserId user, String recipient, Instant at)
      throws SQLException {
    Long application = Sql.optionalLong(row, "application_id");
    String address = row.getString("address");
    return new Mail.Tell(
        user,
        recipient,
        Event.valueOf(Sql.text(row, "event")),
        application == null ? null : new ApplicationId(application),
        address == null
            ? null
            : new Place(address, new Device(Sql.text(row, "browser"), Sql.text(row, "system"))),
        at);
  }

  private static SecretHash mark(ResultSet row) throws SQLException {
    return new SecretHash(row.getBytes("mark"));
  }
}
