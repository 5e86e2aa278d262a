package com.astraof.oauth2.server.config;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.DatabaseAddress.Host;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the address of a PostgreSQL server. It may hold a password, so what is wrong with it is
 * said without quoting it.
 */
final class DatabaseSettings {
  static final String SCHEME = "postgresql://";
  private static final int MOST_PORT = 65_535;

  private final List<String> problems;

  /**
   * @param problems where what is wrong is added
   */
  DatabaseSettings(List<String> problems) {
    this.problems = problems;
  }

  DatabaseAddress.Postgres read(String url, String password) {
    try {
      return parse(url.substring(SCHEME.length()), password);
    } catch (IllegalArgumentException e) {
      problems.add(
          "The database-url is postgresql://user@host:port/name?sslmode=verify-full; whatever is"
              + " special in user, password and name is percent-encoded.");
      return new DatabaseAddress.Postgres(List.of(), "", "", new Secret(""), Map.of());
    }
  }

  private DatabaseAddress.Postgres parse(String rest, String apart) {
    String[] addressAndQuery = rest.split("\\?", 2);
    String[] authorityAndName = addressAndQuery[0].split("/", 2);
    String authority = authorityAndName[0];
    int at = authority.lastIndexOf('@');
    String[] userAndPassword = authority.substring(0, Math.max(at, 0)).split(":", 2);
    String within = userAndPassword.length == 2 ? decoded(userAndPassword[1]) : "";
    String name = authorityAndName.length == 2 ? decoded(authorityAndName[1]) : "";
    if (userAndPassword[0].isEmpty() || name.isEmpty()) {
      throw new IllegalArgumentException("user or name");
    }
    if (!within.isEmpty() && !apart.isEmpty()) {
      problems.add("The password is in database-url and in database-password: set one of them.");
    }
    List<Host> hosts =
        Stream.of(authority.substring(at + 1).split(",", -1)).map(DatabaseSettings::host).toList();
    return new DatabaseAddress.Postgres(
        hosts,
        name,
        decoded(userAndPassword[0]),
        new Secret(within.isEmpty() ? apart : within),
        parameters(addressAndQuery.length == 2 ? addressAndQuery[1] : "", hosts));
  }

  private static Host host(String text) {
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > text.lastIndexOf(']');
    String name = hasPort ? text.substring(0, colon) : text;
    int port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : Host.USUAL_PORT;
    if (!name.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]") || port < 1 || port > MOST_PORT) {
      throw new IllegalArgumentException("host");
    }
    return new Host(name, port);
  }

  private Map<String, String> parameters(String query, List<Host> hosts) {
    var parameters = new HashMap<String, String>();
    for (String one : query.split("&", -1)) {
      String[] keyAndValue = one.split("=", 2);
      if (keyAndValue.length == 2) {
        parameters.put(decoded(keyAndValue[0]), decoded(keyAndValue[1]));
      } else if (!one.isEmpty()) {
        throw new IllegalArgumentException("parameter");
      }
    }
    if (parameters.containsKey("user") || parameters.containsKey("password")) {
      problems.add(
          "In database-url the user stands before the @, and the password there or in"
              + " database-password.");
    }
    boolean here = hosts.stream().allMatch(host -> SettingsReader.LOOPBACK.contains(host.name()));
    if (!here && !parameters.containsKey("sslmode")) {
      problems.add(
          "The database-url says no sslmode: add ?sslmode=verify-full, or ?sslmode=disable where"
              + " nobody else can listen.");
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
