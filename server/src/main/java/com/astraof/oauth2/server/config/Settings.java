package com.astraof.oauth2.server.config;

import com.astraof.oauth2.core.key.KeyPolicy;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.server.connection.Providers;
import com.astraof.oauth2.server.http.HttpServer.Listener;
import com.astraof.oauth2.server.http.Network;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.OlderSchema;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How this server is set up; every value is valid.
 *
 * @param issuer the public address, without a slash at the end
 */
public record Settings(
    String issuer,
    Listener listener,
    Data data,
    Keys keys,
    TokenSettings tokens,
    Rates rates,
    Outside outside,
    RegistrationSettings registration,
    ManagementSettings management) {

  /**
   * @param folder what this node has for itself: its lock, and the master key
   * @param older what a server does at its start about an older schema
   */
  public record Data(Path folder, DatabaseAddress database, OlderSchema older) {
    /** The embedded database in the folder, under its usual name. */
    public static Data in(Path folder) {
      return new Data(
          folder, new DatabaseAddress.Sqlite(folder.resolve("astral.db")), OlderSchema.MIGRATE);
    }
  }

  /**
   * The servers and apps of others.
   *
   * @param gateway where bots listen, {@code wss} or on localhost {@code ws}
   * @param connections the services whose accounts users can link
   * @param callable networks that may be called for strangers although they are not public
   * @param reservedNames words that no app of others is called by
   */
  public record Outside(
      URI gateway,
      Providers connections,
      List<Network> callable,
      List<String> reservedNames,
      MailSettings mail,
      TraceSettings traces) {
    /** The house's name, and the words by which it speaks for itself. */
    public static final List<String> RESERVED = List.of("Astral", "Official", "Verified");

    public Outside {
      reservedNames = List.copyOf(reservedNames);
      callable = List.copyOf(callable);
    }
  }

  /** As it comes, where nothing but the address and the folder is said. */
  public static Settings usual(String issuer, Listener listener, Path folder) {
    return new Settings(
        issuer,
        listener,
        Data.in(folder),
        Keys.USUAL,
        TokenSettings.DOCUMENTED,
        Rates.DEFAULT,
        new Outside(
            gatewayOf(issuer),
            Providers.NONE,
            List.of(),
            Outside.RESERVED,
            new MailSettings.Off(),
            new TraceSettings.Off()),
        RegistrationSettings.OFF,
        ManagementSettings.OFF);
  }

  public Settings with(DatabaseAddress database) {
    return with(new Data(data.folder(), database, data.older()));
  }

  public Settings with(OlderSchema older) {
    return with(new Data(data.folder(), data.database(), older));
  }

  private Settings with(Data changed) {
    return new Settings(
        issuer, listener, changed, keys, tokens, rates, outside, registration, management);
  }

  public Settings with(TokenSettings changed) {
    return new Settings(
        issuer, listener, data, keys, changed, rates, outside, registration, management);
  }

  public Settings with(Keys changed) {
    return new Settings(
        issuer, listener, data, changed, tokens, rates, outside, registration, management);
  }

  public Settings with(Providers connections) {
    return with(
        new Outside(
            outside.gateway(),
            connections,
            outside.callable(),
            outside.reservedNames(),
            outside.mail(),
            outside.traces()));
  }

  public Settings with(List<Network> callable) {
    return with(
        new Outside(
            outside.gateway(),
            outside.connections(),
            callable,
            outside.reservedNames(),
            outside.mail(),
            outside.traces()));
  }

  public Settings with(MailSettings mail) {
    return with(
        new Outside(
            outside.gateway(),
            outside.connections(),
            outside.callable(),
            outside.reservedNames(),
            mail,
            outside.traces()));
  }

  public Settings with(TraceSettings traces) {
    return with(
        new Outside(
            outside.gateway(),
            outside.connections(),
            outside.callable(),
            outside.reservedNames(),
            outside.mail(),
            traces));
  }

  private Settings with(Outside changed) {
    return new Settings(
        issuer, listener, data, keys, tokens, rates, changed, registration, management);
  }

  public Settings with(RegistrationSettings changed) {
    return new Settings(issuer, listener, data, keys, tokens, rates, outside, changed, management);
  }

  public Settings with(ManagementSettings changed) {
    return new Settings(
        issuer, listener, data, keys, tokens, rates, outside, registration, changed);
  }

  public Settings with(Listener changed) {
    return new Settings(
        issuer, changed, data, keys, tokens, rates, outside, registration, management);
  }

  public Settings with(Rates changed) {
    return new Settings(
        issuer, listener, data, keys, tokens, changed, outside, registration, management);
  }

  /**
   * @param master empty when the data folder's file holds it
   * @param previous master keys before that one; empty when the data folder's file may hold some
   * @param algorithm of signing keys that are made from now on
   * @param rotation how long a signing key signs; empty for as long as nobody rotates it
   */
  public record Keys(
      Optional<MasterKey> master,
      List<MasterKey> previous,
      SigningAlgorithm algorithm,
      Optional<Duration> rotation) {
    /** Master keys in files, ES256, 90 days. */
    public static final Keys USUAL =
        new Keys(
            Optional.empty(), List.of(), SigningAlgorithm.ES256, Optional.of(Duration.ofDays(90)));

    public Keys {
      previous = List.copyOf(previous);
    }

    /**
     * @param tokenLifetime of access tokens
     */
    public KeyPolicy policy(Duration tokenLifetime) {
      return new KeyPolicy(algorithm, rotation, tokenLifetime);
    }
  }

  /** Where the gateway of an issuer is, unless it is said to be elsewhere. */
  static URI gatewayOf(String issuer) {
    return URI.create(issuer.replaceFirst("^http", "ws"));
  }

  public boolean isHttps() {
    return issuer.startsWith("https://");
  }
}
