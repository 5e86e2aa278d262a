package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.insight.InsightStore;
import com.astraof.oauth2.core.insight.Insights;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.Refusal;
import com.astraof.oauth2.core.insight.Tally;
import com.astraof.oauth2.core.protocol.OAuthError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Insights in {@code application_days} and {@code refusals}. A new row takes the slot of one that
 * is too old, so neither table grows with time and nothing has to sweep them.
 */
final class SqlInsightStore implements InsightStore {
  /** More than {@link #DAYS}, so that no day that is shown is overwritten. */
  private static final int SLOTS = 32;

  private static final String COUNT =
      """
      insert into application_days (application_id, slot, day, grants, refreshes, refusals)
      values (?, ?, ?, ?, ?, ?)
      on conflict (application_id, slot) do update
      set day = excluded.day,
        grants = excluded.grants
          + case when application_days.day = excluded.day then application_days.grants else 0 end,
        refreshes = excluded.refreshes
          + case when application_days.day = excluded.day then application_days.refreshes else 0 end,
        refusals = excluded.refusals
          + case when application_days.day = excluded.day then application_days.refusals else 0 end
      where application_days.day <= excluded.day
      """;
  private static final String NEXT_NUMBER =
      "select coalesce(max(number), -1) + 1 as next from refusals where application_id = ?";
  private static final String ADD =
      """
      insert into refusals (application_id, slot, number, at, endpoint, error, reason, details)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (application_id, slot) do update
      set number = excluded.number, at = excluded.at, endpoint = excluded.endpoint,
        error = excluded.error, reason = excluded.reason, details = excluded.details
      """;
  private static final String USERS =
      """
      select count(*) as users
      from consents
      where application_id = ? and (withdrawn_through is null or withdrawn_through < since)
      """;
  private static final String LAST_DAYS =
      """
      select day, grants, refreshes, refusals
      from application_days
      where application_id = ? and day > ?
      """;
  private static final String LAST_REFUSALS =
      """
      select at, endpoint, error, reason, details
      from refusals
      where application_id = ? and endpoint in %s and error in %s and reason in %s
      order by number desc
      """
          .formatted(
              Sql.known(Door.values()),
              Sql.known(OAuthError.Code.values()),
              Sql.known(Cause.values()));

  private static final Comparator<Map.Entry<ApplicationDay, Tally>> IN_ORDER =
      Map.Entry.comparingByKey(
          Comparator.comparingLong((ApplicationDay day) -> day.application().value())
              .thenComparing(ApplicationDay::date));

  private final Database database;

  SqlInsightStore(Database database) {
    this.database = database;
  }

  @Override
  public void add(Map<ApplicationDay, Tally> counts, List<Refused> refusals) {
    database.writeBeside(
        connection -> {
          // In one order, so that no two nodes wait for each other.
          for (var count : counts.entrySet().stream().sorted(IN_ORDER).toList()) {
            add(connection, count.getKey(), count.getValue());
          }
          for (Refused refused : refusals) {
            add(connection, refused.application(), refused.refusal());
          }
          return true;
        });
  }

  private static void add(Connection connection, ApplicationDay day, Tally tally)
      throws SQLException {
    long number = day.date().toEpochDay();
    Sql.update(
        connection,
        COUNT,
        day.application(),
        number % SLOTS,
        number,
        tally.grants(),
        tally.refreshes(),
        tally.refusals());
  }

  private static void add(Connection connection, ApplicationId application, Refusal refusal)
      throws SQLException {
    long number =
        Sql.one(connection, NEXT_NUMBER, row -> row.getLong("next"), application).orElseThrow();
    Sql.update(
        connection,
        ADD,
        application,
        number % REFUSALS,
        number,
        refusal.at(),
        refusal.door().name(),
        refusal.error().name(),
        refusal.reason().cause().name(),
        Details.text(refusal.reason().details()));
  }

  @Override
  public Insights read(ApplicationId application, LocalDate today) {
    LocalDate before = today.minusDays(DAYS);
    return database.read(
        connection -> {
          long users =
              Sql.one(connection, USERS, row -> row.getLong("users"), application).orElse(0L);
          var tallies = new HashMap<LocalDate, Tally>();
          Sql.all(connection, LAST_DAYS, SqlInsightStore::day, application, before.toEpochDay())
              .forEach(day -> tallies.put(day.date(), day.tally()));
          var days =
              IntStream.rangeClosed(1, DAYS)
                  .mapToObj(before::plusDays)
                  .map(date -> new Insights.Day(date, tallies.getOrDefault(date, Tally.NONE)))
                  .toList();
          var refusals = Sql.all(connection, LAST_REFUSALS, SqlInsightStore::refusal, application);
          return new Insights(users, days, refusals);
        });
  }

  private static Insights.Day day(ResultSet row) throws SQLException {
    return new Insights.Day(
        LocalDate.ofEpochDay(row.getLong("day")),
        new Tally(row.getLong("grants"), row.getLong("refreshes"), row.getLong("refusals")));
  }

  private static Refusal refusal(ResultSet row) throws SQLException {
    return new Refusal(
        Sql.instant(row, "at"),
        Door.valueOf(Sql.text(row, "endpoint")),
        OAuthError.Code.valueOf(Sql.text(row, "error")),
        new Reason(Cause.valueOf(Sql.text(row, "reason")), Details.read(Sql.text(row, "details"))));
  }
}
