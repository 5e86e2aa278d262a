package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.registration.Admission;
import com.astraof.oauth2.core.registration.ClientMetadata.Software;
import com.astraof.oauth2.core.registration.Registration;
import com.astraof.oauth2.core.registration.RegistrationStore;
import com.astraof.oauth2.core.secret.SecretHash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applications that came in by themselves: rows of {@code applications} that own themselves, beside
 * them {@code registrations} and {@code initial_tokens}. Each new token takes some that have
 * expired away.
 */
final class SqlRegistrationStore implements RegistrationStore {
  private static final String COUNT =
      "select count(*) as total from applications where owner_id = id and deleted_at is null";
  private static final String ADD =
      """
      insert into registrations (access_token, method, kind, software_id, software_version,
        application_id)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String REPLACE =
      """
      update registrations
      set access_token = ?, method = ?, kind = ?, software_id = ?, software_version = ?
      where application_id = ?
      """;
  private static final String FIND =
      """
      select access_token, method, kind, software_id, software_version
      from registrations
      where application_id = ?
      """;
  private static final String FORGET = "delete from registrations where application_id = ?";
  private static final String DESCRIBED_AT = SqlApplicationStore.SELECT + "and document = ?";
  private static final String UNUSED =
      SqlApplicationStore.SELECT
          + """
          and owner_id = id and created_at < ?
            and not exists (select 1 from consents where consents.application_id = applications.id)
          order by created_at
          limit ?
          """;
  private static final String INVITE =
      "insert into initial_tokens (id, uses, expires_at) values (?, ?, ?)";
  private static final String FORGET_TOKENS =
      "delete from initial_tokens where expires_at < ? or uses = 0";
  private static final String INVITED =
      "select uses from initial_tokens where id = ? and uses > 0 and expires_at > ?";
  private static final String USE = "update initial_tokens set uses = uses - 1 where id = ?";
  private static final String UNINVITE = "delete from initial_tokens";

  private final Database database;

  SqlRegistrationStore(Database database) {
    this.database = database;
  }

  @Override
  public Admission.Outcome admit(
      Application application,
      User bot,
      @Nullable Registration registration,
      Admission admission,
      AuditEvent event) {
    return database.write(
        connection -> {
          Turns.named(connection, "registrations");
          SecretHash token = admission.initialToken();
          if (token != null && !isInvited(connection, token, event.act().at())) {
            return Admission.Outcome.TOKEN_VOID;
          }
          if (count(connection) >= admission.most()) {
            return Admission.Outcome.FULL;
          }
          if (!SqlApplicationStore.insert(connection, application, bot, event)) {
            return Admission.Outcome.NAME_TAKEN;
          }
          if (token != null) {
            Sql.update(connection, USE, token);
          }
          if (registration != null) {
            write(connection, ADD, application.id(), registration);
          }
          return Admission.Outcome.ADMITTED;
        });
  }

  private static int count(Connection connection) throws SQLException {
    return Sql.one(connection, COUNT, row -> row.getInt("total")).orElseThrow();
  }

  private static void write(
      Connection connection, String sql, ApplicationId id, Registration registration)
      throws SQLException {
    Software software = registration.software();
    Sql.update(
        connection,
        sql,
        registration.accessToken(),
        registration.method(),
        software.kind(),
        software.id(),
        software.version(),
        id);
  }

  @Override
  public Optional<Registration> find(ApplicationId id) {
    return database.read(connection -> Sql.one(connection, FIND, SqlRegistrationStore::read, id));
  }

  private static Registration read(ResultSet row) throws SQLException {
    return new Registration(
        new SecretHash(row.getBytes("access_token")),
        Sql.text(row, "method"),
        new Software(
            row.getString("kind"),
            row.getString("software_id"),
            row.getString("software_version")));
  }

  @Override
  public boolean replace(Application after, Registration registration, AuditEvent event) {
    return database.write(
        connection -> {
          if (!SqlApplicationStore.update(connection, after, List.of(event))) {
            return false;
          }
          write(connection, REPLACE, after.id(), registration);
          return true;
        });
  }

  /** Nothing opens the registration of an application that is gone. */
  static void forget(Connection connection, ApplicationId id) throws SQLException {
    Sql.update(connection, FORGET, id);
  }

  @Override
  public Optional<Application> describedAt(String address) {
    return database.read(
        connection -> Sql.one(connection, DESCRIBED_AT, SqlApplicationStore::read, address));
  }

  @Override
  public List<Application> unused(Instant before, int most) {
    return database.read(
        connection -> Sql.all(connection, UNUSED, SqlApplicationStore::read, before, most));
  }

  @Override
  public void invite(SecretHash initialToken, int uses, Instant expiresAt, Instant now) {
    database.write(
        connection -> {
          Sql.update(connection, FORGET_TOKENS, now);
          return Sql.update(connection, INVITE, initialToken, uses, expiresAt);
        });
  }

  @Override
  public boolean isInvited(SecretHash initialToken, Instant now) {
    return database.read(connection -> isInvited(connection, initialToken, now));
  }

  private static boolean isInvited(Connection connection, SecretHash token, Instant now)
      throws SQLException {
    return Sql.one(connection, INVITED, row -> row.getInt("uses"), token, now).isPresent();
  }

  @Override
  public void uninviteAll() {
    database.write(connection -> Sql.update(connection, UNINVITE));
  }
}
