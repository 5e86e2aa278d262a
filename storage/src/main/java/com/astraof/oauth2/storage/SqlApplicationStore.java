package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.Application.Links;
import com.astraof.oauth2.core.application.Application.Listing;
import com.astraof.oauth2.core.application.Application.Ownership;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.application.ClientDocument;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.application.Demands;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.SecretHash;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applications in {@code applications}; redirect URIs and secrets are lists of words, which hold no
 * spaces. A secret is {@code hash} or {@code hash:created:ending}. The row of a deleted application
 * stays: it is what ends its tokens.
 */
final class SqlApplicationStore implements ApplicationStore {
  private static final String ADD =
      """
      insert into applications (id, owner_id, document, document_read_at, document_fresh_until,
        name, website, terms_of_service, privacy_policy, client_type, redirect_uris, secret_hashes,
        jwks, jwks_uri, demands, bot_public, bot_requires_code_grant, bot_token_hash, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** All that are not deleted. */
  static final String SELECT =
      """
      select id, owner_id, offered_to, document, document_read_at, document_fresh_until, name,
        description, icon, website, terms_of_service, privacy_policy, client_type, redirect_uris,
        secret_hashes, jwks, jwks_uri, demands, bot_public, bot_requires_code_grant,
        bot_token_hash, created_at, version, verified_at, disabled_at, disabled_reason, valid_from,
        limit_times
      from applications
      where deleted_at is null
      """;

  private static final String NAME = "select name from applications where id = ?";
  private static final String FIND = SELECT + "and id = ?";
  private static final String OWNED_BY = SELECT + "and owner_id = ? order by id";
  private static final String OFFERED_TO = SELECT + "and offered_to = ? order by id";
  private static final String AFTER = SELECT + "and id > ? order by id limit ?";
  private static final String VERIFIED = SELECT + "and verified_at is not null order by id";
  private static final String REPLACE =
      """
      update applications
      set owner_id = ?, offered_to = ?, document = ?, document_read_at = ?,
        document_fresh_until = ?, name = ?, description = ?, icon = ?, website = ?,
        terms_of_service = ?, privacy_policy = ?, client_type = ?, redirect_uris = ?,
        secret_hashes = ?, jwks = ?, jwks_uri = ?, demands = ?, bot_public = ?,
        bot_requires_code_grant = ?, bot_token_hash = ?, version = version + 1
      where id = ? and version = ? and deleted_at is null
      """;
  private static final String DELETE =
      """
      update applications
      set deleted_at = ?, offered_to = null, version = version + 1
      where id = ? and version = ? and deleted_at is null
      """;
  private static final String DELETE_UNUSED =
      DELETE
          + "and not exists (select 1 from consents where consents.application_id = applications.id)";

  private final Database database;
  private final Rows<ApplicationId, Application> applications;

  SqlApplicationStore(Database database, Rows<ApplicationId, Application> applications) {
    this.database = database;
    this.applications = applications;
  }

  @Override
  public boolean register(Application application, User bot, AuditEvent event) {
    return database.write(connection -> insert(connection, application, bot, event));
  }

  static boolean insert(Connection connection, Application application, User bot, AuditEvent event)
      throws SQLException {
    if (!SqlUserStore.insert(connection, bot, null)) {
      return false;
    }
    Listing listing = application.listing();
    Client client = application.client();
    ClientDocument document = application.ownership().document();
    Sql.update(
        connection,
        ADD,
        application.id(),
        application.owner(),
        document == null ? null : document.address(),
        document == null ? null : document.readAt(),
        document == null ? null : document.freshUntil(),
        listing.name(),
        listing.links().website(),
        listing.links().termsOfService(),
        listing.links().privacyPolicy(),
        client.type().name(),
        words(client.redirectUris().stream().map(RedirectUri::value)),
        words(client.secrets().stream().map(SqlApplicationStore::word)),
        jwks(client.keys()),
        jwksUri(client.keys()),
        client.demands().bits(),
        application.bot().isPublic(),
        application.bot().requiresCodeGrant(),
        application.bot().token().text(),
        application.createdAt());
    SqlAuditLog.insert(connection, event);
    return true;
  }

  @Override
  public Optional<String> name(ApplicationId id) {
    return database.read(connection -> Sql.one(connection, NAME, row -> Sql.text(row, "name"), id));
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return applications.find(
        id,
        () ->
            database.read(connection -> Sql.one(connection, FIND, SqlApplicationStore::read, id)));
  }

  @Override
  public List<Application> ownedBy(UserId owner) {
    return database.read(
        connection -> Sql.all(connection, OWNED_BY, SqlApplicationStore::read, owner));
  }

  @Override
  public List<Application> offeredTo(UserId user) {
    return database.read(
        connection -> Sql.all(connection, OFFERED_TO, SqlApplicationStore::read, user));
  }

  @Override
  public boolean replace(Application after, List<AuditEvent> events) {
    return database.write(connection -> update(connection, after, events));
  }

  static boolean update(Connection connection, Application after, List<AuditEvent> events)
      throws SQLException {
    Listing listing = after.listing();
    Client client = after.client();
    ClientDocument document = after.ownership().document();
    int written =
        Sql.update(
            connection,
            REPLACE,
            after.owner(),
            after.ownership().offeredTo(),
            document == null ? null : document.address(),
            document == null ? null : document.readAt(),
            document == null ? null : document.freshUntil(),
            listing.name(),
            listing.description(),
            listing.icon(),
            listing.links().website(),
            listing.links().termsOfService(),
            listing.links().privacyPolicy(),
            client.type().name(),
            words(client.redirectUris().stream().map(RedirectUri::value)),
            words(client.secrets().stream().map(SqlApplicationStore::word)),
            jwks(client.keys()),
            jwksUri(client.keys()),
            client.demands().bits(),
            after.bot().isPublic(),
            after.bot().requiresCodeGrant(),
            after.bot().token().text(),
            after.id(),
            after.version());
    if (written == 1) {
      for (AuditEvent event : events) {
        SqlAuditLog.insert(connection, event);
      }
    }
    return written == 1;
  }

  @Override
  public boolean oversee(Application after, AuditEvent event) {
    return database.end(connection -> SqlOversight.write(connection, after, event));
  }

  @Override
  public List<Application> after(ApplicationId id, int limit) {
    return database.read(
        connection -> Sql.all(connection, AFTER, SqlApplicationStore::read, id, limit));
  }

  @Override
  public List<Application> verified() {
    return database.read(connection -> Sql.all(connection, VERIFIED, SqlApplicationStore::read));
  }

  @Override
  public boolean delete(Application seen, AuditEvent event) {
    return delete(DELETE, seen, event);
  }

  @Override
  public boolean deleteUnused(Application seen, AuditEvent event) {
    return delete(DELETE_UNUSED, seen, event);
  }

  private boolean delete(String statement, Application seen, AuditEvent event) {
    Instant at = event.act().at();
    return database.end(
        connection -> {
          if (Sql.update(connection, statement, at, seen.id(), seen.version()) == 0) {
            return false;
          }
          SqlMembers.removeEverywhere(connection, seen.botUser());
          SqlUserStore.deleteBot(connection, seen.botUser(), at);
          SqlPictureStore.removeAll(connection, seen.botUser());
          SqlRegistrationStore.forget(connection, seen.id());
          SqlAuditLog.insert(connection, event);
          return true;
        });
  }

  static Application read(ResultSet row) throws SQLException {
    Instant createdAt = Sql.instant(row, "created_at");
    return new Application(
        new ApplicationId(row.getLong("id")),
        ownership(row),
        listing(row),
        new Client(
            ClientType.valueOf(Sql.text(row, "client_type")),
            split(Sql.text(row, "redirect_uris")).map(RedirectUri::new).toList(),
            split(Sql.text(row, "secret_hashes")).map(word -> secret(word, createdAt)).toList(),
            keys(row),
            new Demands(row.getLong("demands"))),
        new BotSettings(
            row.getBoolean("bot_public"),
            row.getBoolean("bot_requires_code_grant"),
            SecretHash.parse(Sql.text(row, "bot_token_hash"))),
        createdAt,
        row.getInt("version"));
  }

  private static Ownership ownership(ResultSet row) throws SQLException {
    Long offeredTo = Sql.optionalLong(row, "offered_to");
    String document = row.getString("document");
    return new Ownership(
        new UserId(row.getLong("owner_id")),
        offeredTo == null ? null : new UserId(offeredTo),
        document == null
            ? null
            : new ClientDocument(
                document,
                Sql.instant(row, "document_read_at"),
                Sql.instant(row, "document_fresh_until")),
        SqlOversight.read(row));
  }

  private static Listing listing(ResultSet row) throws SQLException {
    return new Listing(
        Sql.text(row, "name"),
        row.getString("description"),
        row.getString("icon"),
        new Links(
            row.getString("website"),
            row.getString("terms_of_service"),
            row.getString("privacy_policy")));
  }

  private static @Nullable String jwks(ClientKeys keys) {
    return keys instanceof ClientKeys.Registered(var jwks) ? jwks : null;
  }

  private static @Nullable String jwksUri(ClientKeys keys) {
    return keys instanceof ClientKeys.Published(var at) ? at.toString() : null;
  }

  private static ClientKeys keys(ResultSet row) throws SQLException {
    String jwks = row.getString("jwks");
    if (jwks != null) {
      return new ClientKeys.Registered(jwks);
    }
    String uri = row.getString("jwks_uri");
    return uri == null ? ClientKeys.NONE : new ClientKeys.Published(URI.create(uri));
  }

  private static String word(ClientSecret secret) {
    return secret.hash().text() + ":" + secret.createdAt().toEpochMilli() + ":" + secret.ending();
  }

  /** A hash alone is of a secret that came with the application. */
  private static ClientSecret secret(String word, Instant otherwise) {
    String[] parts = word.split(":", -1);
    return parts.length == 1
        ? new ClientSecret(SecretHash.parse(word), otherwise, "")
        : new ClientSecret(
            SecretHash.parse(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2]);
  }

  private static String words(Stream<String> words) {
    return words.collect(Collectors.joining(" "));
  }

  private static Stream<String> split(String words) {
    return words.isEmpty() ? Stream.empty() : Stream.of(words.split(" ", -1));
  }
}
