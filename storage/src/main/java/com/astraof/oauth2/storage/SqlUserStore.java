package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.User.Profile;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users in {@code users}: people and bots alike. */
final class SqlUserStore implements UserStore {
  private static final String ADD =
      """
      insert into users (id, username, username_folded, discriminator, global_name, avatar,
        email, email_folded, email_verified, password, bot, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String FIND =
      """
      select id, username, discriminator, global_name, avatar, email, email_verified, bot, created_at
      from users
      where id = ?
      """;
  private static final String FIND_LOGIN =
      """
      select id, username, discriminator, global_name, avatar, email, email_verified, bot, created_at,
        password
      from users
      where email_folded = ? and password is not null
      """;
  private static final String HAS_EMAIL = "select 1 from users where email_folded = ?";

  private final Database database;

  SqlUserStore(Database database) {
    this.database = database;
  }

  @Override
  public Adding add(User user, @Nullable PasswordHash password) {
    return database.write(
        connection -> {
          if (insert(connection, user, password)) {
            return Adding.ADDED;
          }
          Email email = user.email();
          boolean emailTaken =
              email != null
                  && Sql.one(connection, HAS_EMAIL, row -> true, folded(email.address()))
                      .isPresent();
          return emailTaken ? Adding.EMAIL_TAKEN : Adding.TAG_TAKEN;
        });
  }

  @Override
  public Optional<User> find(UserId id) {
    return database.read(connection -> Sql.one(connection, FIND, SqlUserStore::read, id));
  }

  @Override
  public Optional<Login> findLogin(String email) {
    return database.read(
        connection ->
            Sql.one(
                connection,
                FIND_LOGIN,
                row -> new Login(read(row), new PasswordHash(Sql.text(row, "password"))),
                folded(email)));
  }

  /** False, and nothing written, when the address or the tag is taken. */
  static boolean insert(Connection connection, User user, @Nullable PasswordHash password)
      throws SQLException {
    Email email = user.email();
    String username = user.tag().username().value();
    int inserted =
        Sql.update(
            connection,
            ADD,
            user.id(),
            username,
            folded(username),
            user.tag().discriminator(),
            user.profile().globalName(),
            user.profile().avatar(),
            email == null ? null : email.address(),
            email == null ? null : folded(email.address()),
            email != null && email.verified(),
            password == null ? null : password.phc(),
            user.isBot(),
            user.createdAt());
    return inserted == 1;
  }

  static User read(ResultSet row) throws SQLException {
    String email = row.getString("email");
    return new User(
        new UserId(row.getLong("id")),
        new Tag(new Username(Sql.text(row, "username")), row.getInt("discriminator")),
        new Profile(row.getString("global_name"), row.getString("avatar")),
        email == null ? null : new Email(email, row.getBoolean("email_verified")),
        row.getBoolean("bot"),
        Sql.instant(row, "created_at"));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
