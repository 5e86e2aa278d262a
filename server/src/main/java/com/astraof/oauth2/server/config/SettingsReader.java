package com.astraof.oauth2.server.config;

import com.astraof.oauth2.server.config.Settings.Data;
import com.astraof.oauth2.server.config.Settings.Keys;
import com.astraof.oauth2.server.config.Settings.Outside;
import com.astraof.oauth2.server.connection.Providers;
import com.astraof.oauth2.server.http.HttpServer.Listener;
import com.astraof.oauth2.server.http.Network;
import com.astraof.oauth2.server.http.TrustedProxies;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.server.tls.TlsFiles;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.OlderSchema;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Merges file, environment and flags, and checks the whole; collects every problem, not the first
 * alone.
 */
public final class SettingsReader {
  static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String SQLITE = "sqlite:";

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final List<String> problems = new ArrayList<>();
  private final ProviderSettings connections = new ProviderSettings(problems);

  /** Later calls win over earlier ones. */
  public SettingsReader file(Map<String, String> entries) {
    entries.forEach(
        (key, value) -> {
          if (!connections.file(key, value)) {
            Setting.named(key)
                .ifPresentOrElse(
                    setting -> values.put(setting, value.strip()),
                    () -> problems.add("The configuration file has an unknown key: " + key));
          }
        });
    return this;
  }

  public SettingsReader environment(Map<String, String> environment) {
    var variables = new FileVariables(problems).read(environment);
    for (Setting setting : Setting.values()) {
      String value = variables.get(setting.variable());
      if (value != null && !value.isBlank()) {
        values.put(setting, value.strip());
      }
    }
    connections.environment(variables);
    return this;
  }

  public SettingsReader flags(Map<Setting, String> flags) {
    values.putAll(flags);
    return this;
  }

  public Outcome read() {
    String issuer = issuer();
    var listener = new Listener(value(Setting.HOST), port(), proxies(), tls(issuer));
    var data = data();
    URI gateway = gateway(issuer);
    var tokens = tokens();
    Rates rates = RatesReader.read(isOn(Setting.RATE_LIMITS), value(Setting.LIMITS), problems);
    Keys keys = keys();
    Providers providers = connections.read();
    var traces = TraceSettings.read(this::value, problems);
    var outside = new Outside(gateway, providers, fetchAllow(), reservedNames(), mail(), traces);
    var registration = RegistrationSettings.read(this::value, problems);
    var management = management();
    return problems.isEmpty()
        ? new Outcome.Valid(
            new Settings(
                issuer, listener, data, keys, tokens, rates, outside, registration, management))
        : new Outcome.Invalid(List.copyOf(problems));
  }

  /** Where the operator's own door is, for what needs to know no more than that. */
  public ManagementSettings management() {
    return ManagementSettings.read(this::value, problems);
  }

  /** Where the data is, for what needs to know no more than that. */
  public Data data() {
    Path folder = path(Setting.DATA, value(Setting.DATA));
    var older = isOn(Setting.MIGRATE_AT_START) ? OlderSchema.MIGRATE : OlderSchema.REFUSE;
    return new Data(folder, database(folder), older);
  }

  /** What is set of the keys, for what needs to know no more than that. */
  public Keys keys() {
    return new KeySettings(this::value, problems).read();
  }

  /** How long tokens live, for what needs to know no more than that. */
  public TokenSettings tokens() {
    return TokenSettings.read(this::value, problems);
  }

  /** How e-mail leaves, for what needs to know no more than that. */
  public MailSettings mail() {
    return MailSettings.read(this::value, problems);
  }

  /** What is wrong with all that was read until now. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private String value(Setting setting) {
    return Optional.ofNullable(values.get(setting)).or(setting::otherwise).orElse("");
  }

  /** The public address, for what needs to know no more than that. */
  public String issuer() {
    String issuer = value(Setting.ISSUER);
    if (issuer.isEmpty()) {
      problems.add(
          "The issuer is missing: set --issuer (or ASTRAL_ISSUER) to this server's public address,"
              + " such as https://astraof.com.");
      return issuer;
    }
    try {
      URI uri = new URI(issuer).parseServerAuthority();
      String scheme = String.valueOf(uri.getScheme());
      boolean loopback = LOOPBACK.contains(String.valueOf(uri.getHost()));
      if (!scheme.equals("https") && !(scheme.equals("http") && loopback)) {
        problems.add("The issuer must be https (http is for localhost alone): " + issuer);
      } else if (!issuer.equals(scheme + "://" + uri.getRawAuthority())
          || uri.getRawUserInfo() != null) {
        problems.add("The issuer is a scheme, a host and perhaps a port, no more: " + issuer);
      }
    } catch (URISyntaxException e) {
      problems.add("The issuer is not an address: " + issuer);
    }
    return issuer;
  }

  private URI gateway(String issuer) {
    String text = value(Setting.GATEWAY);
    try {
      URI uri = text.isEmpty() ? Settings.gatewayOf(issuer) : new URI(text).parseServerAuthority();
      String scheme = String.valueOf(uri.getScheme());
      boolean loopback = LOOPBACK.contains(String.valueOf(uri.getHost()));
      if (!text.isEmpty() && !scheme.equals("wss") && !(scheme.equals("ws") && loopback)) {
        problems.add("The gateway must be wss (ws is for localhost alone): " + text);
      }
      return uri;
    } catch (URISyntaxException | IllegalArgumentException e) {
      problems.add("The gateway is not an address: " + text);
      return URI.create("ws://localhost");
    }
  }

  private int port() {
    String text = value(Setting.PORT);
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    problems.add("The port is a number from 0 to 65535: " + text);
    return 0;
  }

  private @Nullable TlsFiles tls(String issuer) {
    String certificate = value(Setting.TLS_CERTIFICATE);
    String key = value(Setting.TLS_KEY);
    if (certificate.isEmpty() && key.isEmpty()) {
      return null;
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      problems.add("tls-certificate and tls-key go together: set both, or neither.");
      return null;
    }
    if (issuer.startsWith("http:")) {
      problems.add("The server speaks TLS, so the issuer must be https: " + issuer);
    }
    var files =
        new TlsFiles(path(Setting.TLS_CERTIFICATE, certificate), path(Setting.TLS_KEY, key));
    if (files.read() instanceof TlsFiles.Outcome.Broken(var found)) {
      problems.addAll(found);
    }
    return files;
  }

  private TrustedProxies proxies() {
    String text = value(Setting.TRUSTED_PROXIES);
    return TrustedProxies.parse(text)
        .orElseGet(
            () -> {
              problems.add("trusted-proxies are addresses or networks such as 10.0.0.0/8: " + text);
              return TrustedProxies.NONE;
            });
  }

  private List<Network> fetchAllow() {
    String text = value(Setting.FETCH_ALLOW);
    return Network.list(text)
        .orElseGet(
            () -> {
              problems.add("fetch-allow are addresses or networks such as 10.0.0.0/8: " + text);
              return List.of();
            });
  }

  private List<String> reservedNames() {
    return Stream.of(value(Setting.RESERVED_NAMES).split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private DatabaseAddress database(Path folder) {
    String url = value(Setting.DATABASE_URL);
    String password = value(Setting.DATABASE_PASSWORD);
    if (url.startsWith(DatabaseSettings.SCHEME)) {
      return new DatabaseSettings(problems).read(url, password);
    }
    if (!password.isEmpty()) {
      problems.add("database-password goes with a database-url that is postgresql:// and so on.");
    }
    if (url.startsWith(SQLITE) && url.length() > SQLITE.length()) {
      return new DatabaseAddress.Sqlite(
          folder.resolve(path(Setting.DATABASE_URL, url.substring(SQLITE.length()))));
    }
    problems.add(
        "The database-url is sqlite: and a file, or postgresql://user@host:port/name; other"
            + " databases are not built in.");
    return new DatabaseAddress.Sqlite(folder);
  }

  private Path path(Setting setting, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      problems.add(setting.key() + " is not the path of a file: " + e.getReason());
      return Path.of("");
    }
  }

  private boolean isOn(Setting setting) {
    String text = value(setting);
    if (!text.equals("on") && !text.equals("off")) {
      problems.add(setting.key() + " is on or off: " + text);
    }
    return !text.equals("off");
  }

  /** Settings, or all that is wrong with them. */
  public sealed interface Outcome {
    record Valid(Settings settings) implements Outcome {}

    record Invalid(List<String> problems) implements Outcome {}
  }
}
