package com.astraof.oauth2.server.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set. Each has one name in three spellings: {@code rate-limits} in the
 * file, {@code ASTRAL_RATE_LIMITS} in the environment, {@code --rate-limits} as a flag; a later one
 * wins over an earlier.
 */
public enum Setting {
  ISSUER(
      null,
      "The public address of this server, such as https://astraof.com. Tokens carry it as their"
          + " issuer. Required."),
  HOST("127.0.0.1", "The address to listen on; 0.0.0.0 for every network."),
  PORT("8080", "The port to listen on."),
  DATA("data", "The folder for the database and the master key."),
  DATABASE_URL(
      "sqlite:astral.db",
      "The database: sqlite: and a file, relative to the data folder, or"
          + " postgresql://user@host:port/name?sslmode=verify-full."),
  DATABASE_PASSWORD(
      null,
      "The password for a PostgreSQL server. Set it in the environment or the file, not as a"
          + " flag."),
  MIGRATE_AT_START(
      "on",
      "on or off: whether a server brings an older schema up to date when it starts. With off it"
          + " does not start on one until `astral migrate` has."),
  TRUSTED_PROXIES(
      null,
      "The reverse proxies in front of this server, as addresses or networks separated by commas."
          + " From them alone X-Forwarded-For is believed, for rate limits, and traceparent."),
  MANAGEMENT_PORT(
      "9090",
      "The port of the operator's own door, with health and metrics; 0 for any free one, off for"
          + " none."),
  MANAGEMENT_HOST(
      "127.0.0.1", "The address of that door. Whoever reaches it needs no password to look."),
  DRAIN_DELAY(
      "0s",
      "How long a server that is to stop still takes requests while it says that it is not ready."),
  DRAIN_TIME("20s", "How long it then waits for the requests that are under way."),
  TRACES_ENDPOINT(
      null,
      "Where traces are sent by OTLP over HTTP, such as http://collector:4318/v1/traces. Without it"
          + " there are none."),
  TRACES_SHARE("1", "Which share of the requests is traced, from 0 to 1."),
  GATEWAY(
      null,
      "The address of the gateway that bots listen to, wss:// and a host. By default the issuer's"
          + " host."),
  FETCH_ALLOW(
      null,
      "Networks that are not public and may be called all the same, separated by commas. The keys"
          + " that apps publish are fetched from public addresses alone."),
  REGISTRATION(
      "off",
      "off, token or open: who may register apps by POST to /oauth2/register (RFC 7591): nobody,"
          + " whoever has a token of `astral registration`, or everybody."),
  REGISTRATION_MOST("10000", "How many apps there may be that came in by themselves."),
  REGISTRATION_UNUSED(
      "30d", "After which time an app is deleted that came in by itself and got no user."),
  CLIENT_DOCUMENTS(
      "off",
      "on or off: whether a client_id may be the https address of a document in which the app"
          + " describes itself."),
  CLIENT_DOCUMENT_HOSTS(
      null,
      "The hosts of such documents, separated by commas: app.example, *.app.example, and"
          + " !evil.example for none from there. By default all public ones."),
  RESERVED_NAMES(
      "Astral, Official, Verified",
      "Words that no app's name may hold, in whatever script or spelling, separated by commas."),
  SMTP_HOST(
      null,
      "The SMTP server that e-mail leaves through. Without it nobody can verify an address or reset"
          + " a password."),
  SMTP_PORT(null, "Its port; by default 587, 465 or 25, as smtp-tls has it."),
  SMTP_TLS(
      "starttls",
      "starttls, implicit or none: how the connection to it is encrypted. none is for localhost"
          + " alone."),
  SMTP_USER(null, "Who this server is there, if it asks."),
  SMTP_PASSWORD(null, "The password for that. Set it in the environment, not as a flag."),
  MAIL_FROM(null, "The address that e-mail comes from. Required with smtp-host."),
  CODE_LIFETIME("60s", "How long an authorization code lives; 10 minutes at most."),
  ACCESS_LIFETIME("7d", "How long an access token lives."),
  REFRESH_IDLE_LIFETIME("180d", "After which pause a refresh token has expired."),
  REFRESH_TOTAL_LIFETIME("365d", "At which age a sign-in expires, however often it is refreshed."),
  REFRESH_GRACE(
      "1h",
      "How long a retired refresh token fetches its unused successor again, for apps that"
          + " authenticate or prove a key."),
  REFRESH_GRACE_PUBLIC("30s", "The same for all other apps."),
  DPOP_NONCE("off", "on or off: whether proofs of possession carry a nonce of this server."),
  RATE_LIMITS("on", "on or off. Off is for tests alone."),
  LIMITS(
      null,
      "Rates in place of the usual ones, such as login=20/10s,client=6000/60s. The names stand in"
          + " docs/operate/limits.md."),
  TLS_CERTIFICATE(
      null,
      "The certificate chain to serve TLS with, a PEM file. Renew it in place: it is read again."
          + " Without it, TLS is left to a reverse proxy."),
  TLS_KEY(null, "The certificate's private key, a PEM file (PKCS#8, RSA or EC)."),
  SIGNING_ALGORITHM(
      "ES256", "What access tokens are signed with: ES256, RS256 or EdDSA. A change takes a day."),
  KEY_ROTATION(
      "90",
      "After how many days the next signing key takes over, 2 to 3650; off for by hand alone."),
  MASTER_KEY(
      null,
      "The master key, 43 characters of base64url. By default it is made and kept in the file"
          + " master.key of the data folder. Set it in the environment, not as a flag."),
  MASTER_KEY_PREVIOUS(
      null,
      "Master keys before that one, separated by commas: what was made under them is accepted. By"
          + " default those in the file master.key.previous of the data folder.");

  private final @Nullable String otherwise;
  private final String description;

  Setting(@Nullable String otherwise, String description) {
    this.otherwise = otherwise;
    this.description = description;
  }

  static Optional<Setting> named(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** As in the file: {@code database-url}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As in the environment: {@code ASTRAL_DATABASE_URL}. */
  public String variable() {
    return "ASTRAL_" + name();
  }

  /** As on the command line: {@code --database-url}. */
  public String flag() {
    return "--" + key();
  }

  public Optional<String> otherwise() {
    return Optional.ofNullable(otherwise);
  }

  public String description() {
    return description;
  }
}
