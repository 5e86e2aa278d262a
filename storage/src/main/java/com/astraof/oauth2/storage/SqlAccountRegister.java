package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.leaving.Block;
import com.astraof.oauth2.core.oversight.AccountRegister;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** People in {@code users}, with what the operator decided about them. */
final class SqlAccountRegister implements AccountRegister {
  private static final String SELECT =
      """
      select id, username, discriminator, global_name, avatar, banner, bio, pronouns, language,
        email, email_verified, bot, created_at, password_changed_at, version, closed_at, erase_at,
        blocked_at, blocked_reason,
        case when exists (select 1 from authenticator_apps where user_id = users.id)
          or exists (select 1 from passkeys where user_id = users.id)
          then 1 else 0 end as second_factor
      from users
      where deleted_at is null and not bot
      """;
  private static final String AFTER = SELECT + "and id > ? order by id limit ?";
  private static final String FIND = SELECT + "and id = ?";
  private static final String BLOCK =
      """
      update users set blocked_at = ?, blocked_reason = ?, version = version + 1
      where id = ? and blocked_at is null and deleted_at is null and not bot
      """;
  private static final String UNBLOCK =
      """
      update users set blocked_at = null, blocked_reason = null, version = version + 1
      where id = ? and blocked_at is not null and deleted_at is null
      """;

  private final Database database;

  SqlAccountRegister(Database database) {
    this.database = database;
  }

  @Override
  public List<Entry> after(UserId id, int most) {
    return database.read(
        connection -> Sql.all(connection, AFTER, SqlAccountRegister::read, id, most));
  }

  @Override
  public Optional<Entry> find(UserId id) {
    return database.read(connection -> Sql.one(connection, FIND, SqlAccountRegister::read, id));
  }

  @Override
  public boolean block(UserId user, Block block, Act act) {
    return database.end(
        connection -> {
          if (Sql.update(connection, BLOCK, block.since(), block.reason(), user) == 0) {
            return false;
          }
          SqlSessionStore.endAll(connection, user);
          SqlConsentStore.withdrawAll(connection, user, act.at());
          return noted(connection, Event.ACCOUNT_BLOCKED, user, act);
        });
  }

  @Override
  public boolean unblock(UserId user, Act act) {
    return database.write(
        connection ->
            Sql.update(connection, UNBLOCK, user) == 1
                && noted(connection, Event.ACCOUNT_UNBLOCKED, user, act));
  }

  @Override
  public void signOut(UserId user, boolean apps, Act act) {
    database.end(
        connection -> {
          Turns.ofUser(connection, user);
          SqlSessionStore.endAll(connection, user);
          if (apps) {
            SqlConsentStore.withdrawAll(connection, user, act.at());
            noted(connection, Event.ALL_ACCESS_ENDED, user, act);
          }
          return noted(connection, Event.SIGNED_OUT_BY_OPERATOR, user, act);
        });
  }

  private static boolean noted(Connection connection, Event what, UserId user, Act act)
      throws SQLException {
    SqlAuditLog.insert(connection, AuditEvent.account(what, user, act));
    return true;
  }

  private static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        SqlUserStore.read(row), SqlClosureStore.standing(row), row.getBoolean("second_factor"));
  }
}
