package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.ending.EndingFeed;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Endings, read from the rows that ended; each kind has an index that holds nothing else. */
final class SqlEndingFeed implements EndingFeed {
  private static final String GRANTS =
      "select id, revoked_at from grants where revoked_at is not null and revoked_at >= ?";
  private static final String CONSENTS =
      """
      select user_id, application_id, withdrawn_through, withdrawn_at
      from consents
      where withdrawn_at is not null and withdrawn_at >= ?
      """;
  private static final String DELETED =
      "select id, deleted_at from applications where deleted_at is not null and deleted_at >= ?";
  private static final String OVERSEEN =
      """
      select id, disabled_at, disabled_reason, verified_at, valid_from, limit_times, overseen_at
      from applications
      where overseen_at is not null and overseen_at >= ? and deleted_at is null
      """;

  private static final String EVERYTHING =
      """
      select max(issued_before) as issued_before, max(ended_at) as ended_at
      from everything_ended
      having count(*) > 0
      """;

  private final Database database;

  SqlEndingFeed(Database database) {
    this.database = database;
  }

  @Override
  public List<Ending> since(Instant since) {
    return database.read(
        connection -> {
          var endings = new ArrayList<Ending>();
          endings.addAll(Sql.all(connection, GRANTS, SqlEndingFeed::grant, since));
          endings.addAll(Sql.all(connection, CONSENTS, SqlEndingFeed::consent, since));
          endings.addAll(Sql.all(connection, DELETED, SqlEndingFeed::deleted, since));
          endings.addAll(Sql.all(connection, OVERSEEN, SqlEndingFeed::overseen, since));
          Sql.one(connection, EVERYTHING, SqlEndingFeed::everything).ifPresent(endings::add);
          return endings;
        });
  }

  private static Ending grant(ResultSet row) throws SQLException {
    return new Ending.OfGrant(new GrantId(row.getBytes("id")), Sql.instant(row, "revoked_at"));
  }

  /** From these columns of {@code consents}. */
  static Ending.OfConsent consent(ResultSet row) throws SQLException {
    return new Ending.OfConsent(
        new UserId(row.getLong("user_id")),
        new ApplicationId(row.getLong("application_id")),
        Sql.instant(row, "withdrawn_through"),
        Sql.instant(row, "withdrawn_at"));
  }

  private static Ending everything(ResultSet row) throws SQLException {
    return new Ending.OfEverything(Sql.instant(row, "issued_before"), Sql.instant(row, "ended_at"));
  }

  private static Ending deleted(ResultSet row) throws SQLException {
    return new Ending.OfApplication(
        new ApplicationId(row.getLong("id")), Sql.instant(row, "deleted_at"));
  }

  private static Ending overseen(ResultSet row) throws SQLException {
    return new Ending.OfApplication(
        new ApplicationId(row.getLong("id")),
        SqlOversight.read(row).voidBefore(),
        Sql.instant(row, "overseen_at"));
  }
}
