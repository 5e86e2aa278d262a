package com.astraof.oauth2.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.config.SettingsReader.Outcome;
import com.astraof.oauth2.server.connection.Provider;
import com.astraof.oauth2.server.connection.Provider.ClientAuth;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

/** Services in the configuration file and the environment. */
final class ProviderSettingsTest {
  private static final Map<String, String> STARS =
      Map.of(
          "name", "Stars",
          "client-id", "astral",
          "client-secret", "hush",
          "authorization-endpoint", "https://stars.example/authorize?a=b",
          "token-endpoint", "https://stars.example/token",
          "profile-endpoint", "http://localhost:9/me",
          "profile-id", "/id",
          "profile-name", "/names/0");

  private static Outcome read(Map<String, String> stars, Map<String, String> environment) {
    var file = new HashMap<>(Map.of("issuer", "https://astral.example"));
    stars.forEach((key, value) -> file.put("connections.stars." + key, value));
    return new SettingsReader().file(file).environment(environment).read();
  }

  private static Map<String, String> with(String key, String value) {
    var all = new HashMap<>(STARS);
    all.put(key, value);
    return all;
  }

  private static List<String> problems(Outcome outcome) {
    return outcome instanceof Outcome.Invalid(var problems) ? problems : List.of();
  }

  private static List<Provider> providers(Outcome outcome) {
    assertThat(problems(outcome)).isEmpty();
    return outcome instanceof Outcome.Valid(var settings)
        ? settings.outside().connections().all()
        : List.of();
  }

  @Test
  void a_service_is_read_from_the_file() {
    assertThat(providers(read(STARS, Map.of())))
        .containsExactly(
            new Provider(
                "stars",
                "Stars",
                new Provider.Client("astral", new Secret("hush"), ClientAuth.FORM),
                new Provider.Endpoints(
                    URI.create("https://stars.example/authorize?a=b"),
                    URI.create("https://stars.example/token"),
                    URI.create("http://localhost:9/me")),
                "",
                new Provider.Profile(JsonPointer.compile("/id"), JsonPointer.compile("/names/0"))));
  }

  @Test
  void the_environment_wins_and_may_hold_a_whole_service() {
    var environment = new HashMap<String, String>();
    environment.put("ASTRAL_CONNECTIONS_STARS_CLIENT_SECRET", "from outside");
    environment.put("ASTRAL_CONNECTIONS_STARS_CLIENT_AUTH", "basic");
    STARS.forEach(
        (key, value) ->
            environment.put(
                "ASTRAL_CONNECTIONS_MOONS_" + key.toUpperCase(Locale.ROOT).replace('-', '_'),
                value));
    environment.put("ASTRAL_CONNECTIONS_MOONS_NAME", "moons");

    var found = providers(read(STARS, environment));

    assertThat(found).extracting(Provider::name).containsExactly("moons", "Stars");
    var client = found.getLast().client();
    assertThat(client.secret()).isEqualTo(new Secret("from outside"));
    assertThat(client.auth()).isEqualTo(ClientAuth.BASIC);
  }

  @Test
  void without_any_there_are_none() {
    assertThat(providers(read(Map.of(), Map.of()))).isEmpty();
  }

  @Test
  void everything_that_is_missing_is_named() {
    var found = problems(read(Map.of("name", "Stars"), Map.of()));

    assertThat(found)
        .hasSize(STARS.size() - 1)
        .contains("The setting connections.stars.client-secret is missing.")
        .contains("The setting connections.stars.profile-id is missing.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://stars.example/token",
        "https:token",
        "ftp://stars.example",
        "https://u:p@stars.example/token",
        "https://stars.example/#f"
      })
  void an_endpoint_that_is_not_safe_is_refused(String address) {
    assertThat(problems(read(with("token-endpoint", address), Map.of())))
        .containsExactly(
            "The setting connections.stars.token-endpoint must be an https address without a"
                + " fragment (http is for localhost alone).");
  }

  @Test
  void other_wrong_values_say_what_would_be_right() {
    assertThat(problems(read(with("profile-id", "id"), Map.of())))
        .containsExactly(
            "The setting connections.stars.profile-id is a JSON pointer such as /id or /user/id.");
    assertThat(problems(read(with("client-auth", "jwt"), Map.of())))
        .containsExactly("The setting connections.stars.client-auth is form or basic.");
    assertThat(problems(read(with("profile-endpoint", "https://a b"), Map.of())))
        .containsExactly("The setting connections.stars.profile-endpoint is not an address.");
  }

  @Test
  void unknown_keys_are_named_as_they_were_spelled() {
    assertThat(problems(read(with("secret", "hush"), Map.of())))
        .containsExactly("There is no such setting of a connection: connections.stars.secret");
    assertThat(problems(read(STARS, Map.of("ASTRAL_CONNECTIONS_STARS", "x"))))
        .containsExactly("There is no such setting of a connection: ASTRAL_CONNECTIONS_STARS");
  }

  @Test
  void no_problem_quotes_a_secret() {
    var wrong = new HashMap<>(with("client-auth", "jwt"));
    wrong.put("profile-id", "id");

    assertThat(String.join(" ", problems(read(wrong, Map.of())))).doesNotContain("hush");
  }
}
