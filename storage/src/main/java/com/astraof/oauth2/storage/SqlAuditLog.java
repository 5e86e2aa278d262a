package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Events in {@code audit_log}, which only ever grows. */
final class SqlAuditLog implements AuditLog {
  private static final String KNOWN = Sql.known(Event.values());
  private static final String ADD =
      """
      insert into audit_log (at, event, actor_kind, actor_id, user_id, application_id, grant_id,
        guild_id, address, browser, system)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SELECT =
      """
      select id, at, event, actor_kind, actor_id, user_id, application_id, grant_id, guild_id,
        address, browser, system
      from audit_log
      """;
  private static final String OF_USER =
      SELECT + "where user_id = ? and id < ? and event in " + KNOWN + " order by id desc limit ?";
  private static final String SINCE =
      SELECT + "where id > ? and at >= ? and event in " + KNOWN + " order by id limit ?";
  private static final String SINCE_ALONE = SELECT + "where at >= ? and event in " + KNOWN;
  private static final String NEWEST = " order by id desc limit ?";

  private static final int PORTION = 1_000;

  private final Database database;

  SqlAuditLog(Database database) {
    this.database = database;
  }

  /** Part of the transaction that does what the event says; whoever has to know gets a mail. */
  static void insert(Connection connection, AuditEvent event) throws SQLException {
    Act act = event.act();
    Sql.update(
        connection,
        ADD,
        act.at(),
        event.what().name(),
        kind(act.who()),
        switch (act.who()) {
          case Who.Person(var id) -> id;
          case Who.App(var id) -> id;
          case Who.Operator(), Who.Stranger() -> null;
        },
        event.subject().user(),
        event.subject().application(),
        event.subject().grant(),
        event.subject().guild(),
        act.from().address(),
        act.from().device().browser(),
        act.from().device().system());
    SqlMailQueue.tell(connection, event);
  }

  @Override
  public void add(AuditEvent event) {
    database.writeBeside(
        connection -> {
          insert(connection, event);
          return true;
        });
  }

  @Override
  public List<Entry> of(UserId user, long before, int limit) {
    return database.read(
        connection -> Sql.all(connection, OF_USER, SqlAuditLog::read, user, before, limit));
  }

  @Override
  public List<Entry> newest(Wanted wanted, int most) {
    var sql = new StringBuilder(SINCE_ALONE);
    var values = new ArrayList<Object>();
    values.add(wanted.since());
    narrow(sql, values, " and user_id = ?", wanted.user());
    narrow(sql, values, " and application_id = ?", wanted.application());
    narrow(sql, values, " and event = ?", wanted.what() == null ? null : wanted.what().name());
    values.add(most);
    return database.read(
        connection ->
            Sql.all(
                connection, sql.append(NEWEST).toString(), SqlAuditLog::read, values.toArray()));
  }

  private static void narrow(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(condition);
      values.add(value);
    }
  }

  @Override
  public void export(Instant since, Consumer<Entry> reader) {
    long last = 0;
    List<Entry> portion;
    do {
      long after = last;
      portion =
          database.read(
              connection -> Sql.all(connection, SINCE, SqlAuditLog::read, after, since, PORTION));
      portion.forEach(reader);
      last = portion.isEmpty() ? last : portion.getLast().id();
    } while (portion.size() == PORTION);
  }

  private static String kind(Who who) {
    return switch (who) {
      case Who.Person _ -> "PERSON";
      case Who.App _ -> "APP";
      case Who.Operator() -> "OPERATOR";
      case Who.Stranger() -> "STRANGER";
    };
  }

  private static Entry read(ResultSet row) throws SQLException {
    Long application = Sql.optionalLong(row, "application_id");
    Long guild = Sql.optionalLong(row, "guild_id");
    var subject =
        new AuditEvent.Subject(
            new UserId(row.getLong("user_id")),
            application == null ? null : new ApplicationId(application),
            row.getString("grant_id"),
            guild == null ? null : new GuildId(guild));
    var act = new Act(who(row), place(row), Sql.instant(row, "at"));
    var event = new AuditEvent(Event.valueOf(Sql.text(row, "event")), subject, act);
    return new Entry(row.getLong("id"), event);
  }

  private static Who who(ResultSet row) throws SQLException {
    return switch (Sql.text(row, "actor_kind")) {
      case "PERSON" -> new Who.Person(new UserId(row.getLong("actor_id")));
      case "APP" -> new Who.App(new ApplicationId(row.getLong("actor_id")));
      case "OPERATOR" -> new Who.Operator();
      default -> new Who.Stranger();
    };
  }

  /** From the columns of the same names, which sessions have as well. */
  static Place place(ResultSet row) throws SQLException {
    return new Place(
        Sql.text(row, "address"), new Device(Sql.text(row, "browser"), Sql.text(row, "system")));
  }
}
