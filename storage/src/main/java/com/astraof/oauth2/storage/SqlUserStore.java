package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.Language;
import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.User.History;
import com.astraof.oauth2.core.account.User.Profile;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users in {@code users}: people and bots alike. */
final class SqlUserStore implements UserStore {
  private static final String ADD =
      """
      insert into users (id, username, username_folded, discriminator, global_name, avatar,
        language, email, email_folded, email_verified, password, bot, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String SELECT =
      """
      select id, username, discriminator, global_name, avatar, banner, bio, pronouns, language, email,
        email_verified, bot, created_at, password_changed_at, version, password
      from users
      where deleted_at is null
      """;
  private static final String FIND = SELECT + "and id = ?";
  private static final String FIND_LOGIN = SELECT + "and email_folded = ? and password is not null";
  private static final String LOGIN_OF =
      SELECT + "and id = ? and email is not null and password is not null";
  private static final String FIND_TAG = SELECT + "and username_folded = ? and discriminator = ?";
  private static final String PASSWORD =
      "select password from users where id = ? and password is not null";
  private static final String REPLACE =
      """
      update users
      set username = ?, username_folded = ?, discriminator = ?, global_name = ?, avatar = ?,
        banner = ?, bio = ?, pronouns = ?, language = ?, version = version + 1
      where id = ? and version = ? and deleted_at is null
        and not exists (
          select 1 from users other
          where other.username_folded = ? and other.discriminator = ? and other.id <> ?
        )
      """;
  private static final String HAS_VERSION =
      "select 1 from users where id = ? and version = ? and deleted_at is null";
  private static final String CHANGE_PASSWORD =
      "update users set password = ?, password_changed_at = ?, version = version + 1 where id = ?";
  private static final String TAKE_BACK = "delete from users where id = ?";
  private static final String DELETE_BOT = "update users set deleted_at = ? where id = ? and bot";
  private static final String HAS_EMAIL = "select 1 from users where email_folded = ?";

  private final Database database;
  private final Rows<UserId, User> users;

  SqlUserStore(Database database, Rows<UserId, User> users) {
    this.database = database;
    this.users = users;
  }

  @Override
  public Adding add(User user, @Nullable PasswordHash password, AuditEvent event) {
    return database.write(
        connection -> {
          if (insert(connection, user, password)) {
            SqlAuditLog.insert(connection, event);
            return Adding.ADDED;
          }
          Email email = user.email();
          return email != null && isTaken(connection, email, user)
              ? Adding.EMAIL_TAKEN
              : Adding.TAG_TAKEN;
        });
  }

  private static boolean isTaken(Connection connection, Email email, User user)
      throws SQLException {
    String folded = folded(email.address());
    return Sql.one(connection, HAS_EMAIL, row -> true, folded).isPresent()
        || isHeld(connection, email, user);
  }

  /**
   * Asked after the address was taken: whoever gives it up keeps it for a while in the same
   * transaction, which had to end first.
   */
  private static boolean isHeld(Connection connection, Email email, User user) throws SQLException {
    String folded = folded(email.address());
    return SqlEmailStore.isHeld(connection, folded, user.id(), user.createdAt());
  }

  @Override
  public Optional<User> find(UserId id) {
    return users.find(
        id, () -> database.read(connection -> Sql.one(connection, FIND, SqlUserStore::read, id)));
  }

  @Override
  public Optional<Login> findLogin(String email) {
    return database.read(
        connection -> Sql.one(connection, FIND_LOGIN, SqlUserStore::login, folded(email)));
  }

  @Override
  public Optional<Login> findLogin(UserId id) {
    return database.read(connection -> Sql.one(connection, LOGIN_OF, SqlUserStore::login, id));
  }

  private static Login login(ResultSet row) throws SQLException {
    return new Login(read(row), new PasswordHash(Sql.text(row, "password")));
  }

  @Override
  public Optional<User> find(Tag tag) {
    return database.read(
        connection ->
            Sql.one(
                connection,
                FIND_TAG,
                SqlUserStore::read,
                folded(tag.username().value()),
                tag.discriminator()));
  }

  @Override
  public Optional<PasswordHash> password(UserId id) {
    return database.read(
        connection ->
            Sql.one(connection, PASSWORD, row -> new PasswordHash(Sql.text(row, "password")), id));
  }

  @Override
  public Replacing replace(User after, AuditEvent event) {
    Profile profile = after.profile();
    String username = after.tag().username().value();
    int version = after.history().version();
    return database.write(
        connection -> {
          int written =
              Sql.update(
                  connection,
                  REPLACE,
                  username,
                  folded(username),
                  after.tag().discriminator(),
                  profile.globalName(),
                  profile.avatar(),
                  profile.banner(),
                  profile.bio(),
                  profile.pronouns(),
                  tag(profile.language()),
                  after.id(),
                  version,
                  folded(username),
                  after.tag().discriminator(),
                  after.id());
          if (written == 1) {
            SqlAuditLog.insert(connection, event);
            return Replacing.REPLACED;
          }
          boolean unchanged =
              Sql.one(connection, HAS_VERSION, row -> true, after.id(), version).isPresent();
          return unchanged ? Replacing.TAG_TAKEN : Replacing.CHANGED;
        });
  }

  @Override
  public List<Ending.OfConsent> change(NewPassword change, AuditEvent event) {
    Act act = change.act();
    return database.end(
        connection -> {
          Sql.update(connection, CHANGE_PASSWORD, change.password().phc(), act.at(), change.user());
          SqlSessionStore.endOthers(connection, change.user(), change.kept());
          SqlAuditLog.insert(connection, event);
          if (!change.endAppAccess()) {
            return List.of();
          }
          var removal = AuditEvent.account(Event.ALL_ACCESS_REMOVED, change.user(), act);
          SqlAuditLog.insert(connection, removal);
          return SqlConsentStore.withdrawAll(connection, change.user(), act.at());
        });
  }

  /** Part of the transaction that deletes its application. The name stays taken. */
  static void deleteBot(Connection connection, UserId bot, Instant at) throws SQLException {
    Sql.update(connection, DELETE_BOT, at, bot);
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
            tag(user.profile().language()),
            email == null ? null : email.address(),
            email == null ? null : folded(email.address()),
            email != null && email.verified(),
            password == null ? null : password.phc(),
            user.isBot(),
            user.createdAt());
    if (inserted == 1 && email != null && isHeld(connection, email, user)) {
      Sql.update(connection, TAKE_BACK, user.id());
      return false;
    }
    return inserted == 1;
  }

  static User read(ResultSet row) throws SQLException {
    String email = row.getString("email");
    return new User(
        new UserId(row.getLong("id")),
        new Tag(new Username(Sql.text(row, "username")), row.getInt("discriminator")),
        new Profile(
            row.getString("global_name"),
            row.getString("avatar"),
            row.getString("banner"),
            row.getString("bio"),
            row.getString("pronouns"),
            Optional.ofNullable(row.getString("language")).flatMap(Language::of).orElse(null)),
        email == null ? null : new Email(email, row.getBoolean("email_verified")),
        row.getBoolean("bot"),
        new History(
            Sql.instant(row, "created_at"),
            Sql.optionalInstant(row, "password_changed_at"),
            row.getInt("version")));
  }

  private static @Nullable String tag(@Nullable Language language) {
    return language == null ? null : language.tag();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
