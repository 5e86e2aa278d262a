package com.astraof.oauth2.storage;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteException;

/**
 * What PostgreSQL's SQLSTATEs mean for us. SQLite has none of them, but one code of its own.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL,
 *     appendix A</a>
 */
final class SqlStates {
  /** Whoever wrote the same at the same time is done now: the next run sees it and decides. */
  private static final Set<String> CAME_SECOND =
      Set.of(
          "23505", // unique_violation
          "40001", // serialization_failure
          "40P01", // deadlock_detected
          "55P03"); // lock_not_available, which includes lock_timeout

  /**
   * SQLite's {@code SQLITE_BUSY}: what was read is old, for a command beside us has written since.
   */
  private static final int BUSY = 5;

  private static final Set<String> NOT_UP =
      Set.of(
          "57P01", // admin_shutdown
          "57P02", // crash_shutdown
          "57P03", // cannot_connect_now
          "25006"); // read_only_sql_transaction: the server became a standby

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final Set<String> NOT_LET_IN = Set.of("28000", "28P01");
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String CONNECTION_TROUBLE = "08";

  private SqlStates() {}

  /** Whether the same work may succeed if it runs again. Nothing of it was committed. */
  static boolean isWorthAnotherTry(Throwable trouble) {
    String state = state(trouble);
    return CAME_SECOND.contains(state) || isAway(state) || isBusy(trouble);
  }

  /** Whether the server cannot be reached, or not yet or no longer be used. */
  static boolean isAway(SQLException trouble) {
    return isAway(state(trouble));
  }

  static boolean isNotLetIn(SQLException trouble) {
    return NOT_LET_IN.contains(state(trouble));
  }

  static boolean hasNoDatabase(SQLException trouble) {
    return NO_SUCH_DATABASE.equals(state(trouble));
  }

  /** Whether others held for too long what a statement needed. */
  static boolean hasWaitedForLock(Throwable trouble) {
    return LOCK_NOT_AVAILABLE.equals(state(trouble));
  }

  private static boolean isAway(String state) {
    return state.startsWith(CONNECTION_TROUBLE) || NOT_UP.contains(state);
  }

  private static boolean isBusy(Throwable trouble) {
    return trouble instanceof SQLiteException sql && sql.getErrorCode() == BUSY;
  }

  /** Of the first cause that has one. */
  private static String state(Throwable trouble) {
    for (Throwable one = trouble; one != null; one = one.getCause()) {
      if (one instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
