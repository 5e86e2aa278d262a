package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.SecretHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applications in {@code applications}; redirect URIs and secret hashes are lists of words, which
 * hold no spaces.
 */
final class SqlApplicationStore implements ApplicationStore {
  private static final String ADD =
      """
      insert into applications (id, owner_id, name, client_type, redirect_uris, secret_hashes,
        bot_public, bot_requires_code_grant, bot_token_hash, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select id, owner_id, name, client_type, redirect_uris, secret_hashes, bot_public,
        bot_requires_code_grant, created_at
      from applications
      where id = ?
      """;
  private static final String OWNED_BY =
      """
      select id, owner_id, name, client_type, redirect_uris, secret_hashes, bot_public,
        bot_requires_code_grant, created_at
      from applications
      where owner_id = ?
      order by id
      """;

  private static final String BOT_TOKEN = "select bot_token_hash from applications where id = ?";

  private final Database database;

  SqlApplicationStore(Database database) {
    this.database = database;
  }

  @Override
  public boolean register(Application application, User bot, SecretHash botToken) {
    Client client = application.client();
    return database.write(
        connection ->
            SqlUserStore.insert(connection, bot, null)
                && Sql.update(
                        connection,
                        ADD,
                        application.id(),
                        application.owner(),
                        application.name(),
                        client.type().name(),
                        words(client.redirectUris().stream().map(RedirectUri::value)),
                        words(client.secrets().stream().map(SecretHash::text)),
                        application.bot().isPublic(),
                        application.bot().requiresCodeGrant(),
                        botToken.text(),
                        application.createdAt())
                    == 1);
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return database.read(connection -> Sql.one(connection, FIND, SqlApplicationStore::read, id));
  }

  @Override
  public Optional<SecretHash> botToken(ApplicationId id) {
    return database.read(
        connection ->
            Sql.one(
                connection,
                BOT_TOKEN,
                row -> SecretHash.parse(Sql.text(row, "bot_token_hash")),
                id));
  }

  @Override
  public List<Application> ownedBy(UserId owner) {
    return database.read(
        connection -> Sql.all(connection, OWNED_BY, SqlApplicationStore::read, owner));
  }

  private static Application read(ResultSet row) throws SQLException {
    return new Application(
        new ApplicationId(row.getLong("id")),
        new UserId(row.getLong("owner_id")),
        Sql.text(row, "name"),
        new Client(
            ClientType.valueOf(Sql.text(row, "client_type")),
            split(Sql.text(row, "redirect_uris")).map(RedirectUri::new).toList(),
            split(Sql.text(row, "secret_hashes")).map(SecretHash::parse).toList()),
        new BotSettings(row.getBoolean("bot_public"), row.getBoolean("bot_requires_code_grant")),
        Sql.instant(row, "created_at"));
  }

  private static String words(Stream<String> words) {
    return words.collect(Collectors.joining(" "));
  }

  private static Stream<String> split(String words) {
    return words.isEmpty() ? Stream.empty() : Stream.of(words.split(" ", -1));
  }
}
