package com.astraof.oauth2.server.config;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.connection.Provider;
import com.astraof.oauth2.server.connection.Provider.Client;
import com.astraof.oauth2.server.connection.Provider.ClientAuth;
import com.astraof.oauth2.server.connection.Provider.Endpoints;
import com.astraof.oauth2.server.connection.Provider.Profile;
import com.astraof.oauth2.server.connection.Providers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/**
 * The services whose accounts users can link. Each is a handful of entries {@code
 * connections.github.client-id} in the file, or {@code ASTRAL_CONNECTIONS_GITHUB_CLIENT_ID} in the
 * environment, which wins.
 */
final class ProviderSettings {
  private static final String PREFIX = "connections.";
  private static final String VARIABLE_PREFIX = "ASTRAL_CONNECTIONS_";
  private static final Pattern KEY = Pattern.compile("connections\\.([a-z][a-z0-9]{0,31})\\.(.+)");
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "client-id",
          "client-secret",
          "client-auth",
          "authorization-endpoint",
          "token-endpoint",
          "profile-endpoint",
          "scope",
          "profile-id",
          "profile-name");

  /** By type, then by key. */
  private final Map<String, Map<String, String>> entries = new TreeMap<>();

  private final List<String> problems;

  /**
   * @param problems grows by all that is wrong
   */
  ProviderSettings(List<String> problems) {
    this.problems = problems;
  }

  /** Takes an entry of the file that is about a service; false for any other. */
  boolean file(String key, String value) {
    if (!key.startsWith(PREFIX)) {
      return false;
    }
    take(key, key, value);
    return true;
  }

  void environment(Map<String, String> variables) {
    for (var variable : new TreeMap<>(variables).entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(VARIABLE_PREFIX)) {
        String rest = name.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT);
        String key = PREFIX + rest.replaceFirst("_", ".").replace('_', '-');
        take(name, key, variable.getValue());
      }
    }
  }

  private void take(String spelling, String key, String value) {
    Matcher parts = KEY.matcher(key);
    if (!parts.matches() || !KEYS.contains(parts.group(2))) {
      problems.add("There is no such setting of a connection: " + spelling);
    } else if (!value.isBlank()) {
      entries
          .computeIfAbsent(parts.group(1), _ -> new TreeMap<>())
          .put(parts.group(2), value.strip());
    }
  }

  Providers read() {
    var providers = new ArrayList<Provider>();
    entries.forEach((type, values) -> providers.add(new One(type, values, problems).read()));
    return new Providers(providers);
  }

  /**
   * The entries of one service. What is wrong with them is stood in for, and noted as a problem.
   */
  private record One(String type, Map<String, String> values, List<String> problems) {
    Provider read() {
      return new Provider(
          type,
          required("name"),
          new Client(required("client-id"), new Secret(required("client-secret")), clientAuth()),
          new Endpoints(
              endpoint("authorization-endpoint"),
              endpoint("token-endpoint"),
              endpoint("profile-endpoint")),
          values.getOrDefault("scope", ""),
          new Profile(pointer("profile-id"), pointer("profile-name")));
    }

    private String required(String key) {
      String value = values.getOrDefault(key, "");
      if (value.isEmpty()) {
        problem(key, "is missing");
      }
      return value;
    }

    private ClientAuth clientAuth() {
      return switch (values.getOrDefault("client-auth", "form")) {
        case "form" -> ClientAuth.FORM;
        case "basic" -> ClientAuth.BASIC;
        default -> {
          problem("client-auth", "is form or basic");
          yield ClientAuth.FORM;
        }
      };
    }

    private URI endpoint(String key) {
      URI otherwise = URI.create("https://localhost");
      String text = required(key);
      if (text.isEmpty()) {
        return otherwise;
      }
      try {
        URI uri = new URI(text).parseServerAuthority();
        if (isSafe(uri)) {
          return uri;
        }
        problem(key, "must be an https address without a fragment (http is for localhost alone)");
      } catch (URISyntaxException e) {
        problem(key, "is not an address");
      }
      return otherwise;
    }

    private static boolean isSafe(URI uri) {
      boolean loopback = SettingsReader.LOOPBACK.contains(String.valueOf(uri.getHost()));
      boolean encrypted = "https".equals(uri.getScheme()) && uri.getHost() != null;
      return (encrypted || ("http".equals(uri.getScheme()) && loopback))
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null;
    }

    private JsonPointer pointer(String key) {
      String text = required(key);
      if (!text.isEmpty() && !text.startsWith("/")) {
        problem(key, "is a JSON pointer such as /id or /user/id");
        return JsonPointer.empty();
      }
      return JsonPointer.compile(text);
    }

    private void problem(String key, String what) {
      problems.add("The setting " + PREFIX + type + "." + key + " " + what + ".");
    }
  }
}
