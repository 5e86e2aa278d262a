package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.GrantRegister;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grants by what they have in common, as the operator asks for them. */
final class SqlGrantRegister implements GrantRegister {
  /** Each with whether it has ended, by whatever can end it. */
  private static final String GRANTS =
      """
      from (
        select g.id, g.user_id, g.application_id, g.opened_at, g.renewed_at,
          case when g.revoked_at is not null
            or coalesce(c.withdrawn_through >= g.consent_since, false)
            or a.deleted_at is not null or a.disabled_at is not null
            or coalesce(g.opened_at < a.valid_from, false)
            or coalesce(g.opened_at < (select max(issued_before) from everything_ended), false)
            then 1 else 0 end as ended
        from grants g
        left join consents c on c.user_id = g.user_id and c.application_id = g.application_id
        left join applications a on a.id = g.application_id
      ) of_all
      where user_id between ? and ? and application_id between ? and ? and opened_at < ?
      """;

  private static final String COUNT =
      """
      select count(*) as total, coalesce(sum(ended), 0) as ended,
        coalesce(sum(case when ended = 0 and (renewed_at <= ? or opened_at <= ?) then 1 else 0 end), 0)
          as expired
      """
          + GRANTS;
  private static final String STANDING =
      "select id " + GRANTS + "and ended = 0 and id > ? order by id limit ?";
  private static final String END_EVERYTHING =
      """
      insert into everything_ended (issued_before, ended_at) values (?, ?)
      on conflict (issued_before) do update set ended_at = excluded.ended_at
      """;
  private static final String NEXT =
      """
      select id, case when revoked_at < ? or renewed_at < ? or opened_at < ? then 1 else 0 end as gone
      from grants
      where id > ?
      order by id
      limit ?
      """;
  private static final String FORGET =
      "delete from grants where id = ? and (revoked_at < ? or renewed_at < ? or opened_at < ?)";

  private static final GrantId FIRST = new GrantId(new byte[GrantId.BYTES]);

  private final Database database;

  SqlGrantRegister(Database database) {
    this.database = database;
  }

  @Override
  public Count count(Wanted wanted, Lifetimes lifetimes, Instant now) {
    var values = new ArrayList<Object>();
    values.add(now.minus(lifetimes.refreshIdle()));
    values.add(now.minus(lifetimes.refreshTotal()));
    values.addAll(bounds(wanted));
    return database.read(
        connection ->
            Sql.one(connection, COUNT, SqlGrantRegister::count, values.toArray()).orElseThrow());
  }

  private static Count count(ResultSet row) throws SQLException {
    long ended = row.getLong("ended");
    long expired = row.getLong("expired");
    return new Count(row.getLong("total") - ended - expired, expired, ended);
  }

  @Override
  public List<GrantId> standing(Wanted wanted, @Nullable GrantId after, int most) {
    var values = new ArrayList<>(bounds(wanted));
    values.add(after == null ? FIRST : after);
    values.add(most);
    return database.read(
        connection ->
            Sql.all(
                connection, STANDING, row -> new GrantId(row.getBytes("id")), values.toArray()));
  }

  /** From the least to the greatest that is wanted. */
  private static List<Object> bounds(Wanted wanted) {
    UserId user = wanted.user();
    ApplicationId application = wanted.application();
    Instant before = wanted.openedBefore();
    return List.of(
        user == null ? 0L : user.value(),
        user == null ? Long.MAX_VALUE : user.value(),
        application == null ? 0L : application.value(),
        application == null ? Long.MAX_VALUE : application.value(),
        before == null ? Long.MAX_VALUE : before.toEpochMilli());
  }

  @Override
  public int revoke(List<GrantId> grants, Act act) {
    return database.end(
        connection -> {
          int ended = 0;
          for (GrantId id : grants) {
            ended += SqlGrantStore.revoke(connection, id, RevocationReason.OPERATOR_ENDED, act);
          }
          return ended;
        });
  }

  @Override
  public void endEverything(Instant issuedBefore, Instant at, Act act) {
    database.end(
        connection -> {
          Sql.update(connection, END_EVERYTHING, issuedBefore, at);
          SqlAuditLog.insert(connection, AuditEvent.everybody(Event.ALL_ACCESS_ENDED, act));
          return true;
        });
  }

  @Override
  public Walked forget(@Nullable GrantId after, int most, Horizon horizon) {
    List<Looked> next =
        database.read(
            connection ->
                Sql.all(
                    connection,
                    NEXT,
                    SqlGrantRegister::looked,
                    horizon.endedBefore(),
                    horizon.renewedBefore(),
                    horizon.openedBefore(),
                    after == null ? FIRST : after,
                    most));
    List<GrantId> gone = next.stream().filter(Looked::isGone).map(Looked::id).toList();
    return new Walked(
        gone.isEmpty() ? 0 : database.write(connection -> forget(connection, gone, horizon)),
        next.size() < most ? null : next.getLast().id());
  }

  private static int forget(Connection connection, List<GrantId> gone, Horizon horizon)
      throws SQLException {
    int forgotten = 0;
    for (GrantId id : gone) {
      forgotten +=
          Sql.update(
              connection,
              FORGET,
              id,
              horizon.endedBefore(),
              horizon.renewedBefore(),
              horizon.openedBefore());
    }
    return forgotten;
  }

  private static Looked looked(ResultSet row) throws SQLException {
    return new Looked(new GrantId(row.getBytes("id")), row.getBoolean("gone"));
  }

  private record Looked(GrantId id, boolean isGone) {}
}
