package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Oversight;
import com.astraof.oauth2.core.application.Oversight.Disabling;
import com.astraof.oauth2.core.audit.AuditEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What the operator decided about an application: columns of {@code applications}. */
final class SqlOversight {
  private static final String OVERSEE =
      """
      update applications
      set verified_at = ?, disabled_at = ?, disabled_reason = ?, valid_from = ?, limit_times = ?,
        overseen_at = ?, bot_token_hash = ?, version = version + 1
      where id = ? and version = ? and deleted_at is null
      """;

  private SqlOversight() {}

  /** Part of a transaction; false when the application is of another version by now. */
  static boolean write(Connection connection, Application after, AuditEvent event)
      throws SQLException {
    Oversight oversight = after.oversight();
    Disabling disabled = oversight.disabled();
    int written =
        Sql.update(
            connection,
            OVERSEE,
            oversight.verifiedAt(),
            disabled == null ? null : disabled.since(),
            disabled == null ? null : disabled.reason(),
            oversight.validFrom(),
            oversight.limitTimes(),
            event.act().at(),
            after.bot().token().text(),
            after.id(),
            after.version());
    if (written == 1) {
      SqlAuditLog.insert(connection, event);
    }
    return written == 1;
  }

  static Oversight read(ResultSet row) throws SQLException {
    Instant disabledAt = Sql.optionalInstant(row, "disabled_at");
    return new Oversight(
        Sql.optionalInstant(row, "verified_at"),
        disabledAt == null ? null : new Disabling(disabledAt, row.getString("disabled_reason")),
        Sql.instant(row, "valid_from"),
        row.getInt("limit_times"));
  }
}
