package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lets those take turns whose decisions depend on rows that the others may be adding: each writes
 * first to the one row that all of them write to, and so waits until the others have committed.
 * What is read after that is what they left. The embedded engine has one writer and would not need
 * it.
 */
final class Turns {
  private static final String OF_USER = "update users set version = version where id = ?";
  private static final String OF_GUILDS_OF =
      """
      update guilds set version = version + 1
      where id in (select guild_id from members where user_id = ?)
      """;
  private static final String NAMED =
      """
      insert into turns (name, taken) values (?, 1)
      on conflict (name) do update set taken = turns.taken + 1
      """;

  private Turns() {}

  /** For what a user has so and so many of, and for whether the account is open. */
  static void ofUser(Connection connection, UserId user) throws SQLException {
    Sql.update(connection, OF_USER, user);
  }

  /** For who is a member where. */
  static void ofGuildsOf(Connection connection, UserId member) throws SQLException {
    Sql.update(connection, OF_GUILDS_OF, member);
  }

  /** For what has no row of its own. */
  static void named(Connection connection, String name) throws SQLException {
    Sql.update(connection, NAMED, name);
  }
}
