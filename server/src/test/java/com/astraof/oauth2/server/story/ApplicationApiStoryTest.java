package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A developer's own applications over the API (contract 7). */
final class ApplicationApiStoryTest {
  private static final String ME = "/api/v1/users/@me";
  private static final String APPLICATIONS = "/api/v1/oauth2/applications";
  private static final Map<String, String> PASSWORD = Map.of("password", TestUser.PASSWORD);

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestUser mallory = server.user("mallory");
  private final Answer created = ada.post(APPLICATIONS, Map.of("name", "Star Chart"));
  private final String one = APPLICATIONS + "/" + created.text("id");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_application_is_as_the_contract_describes() {
    created.hasStatus(200).hasHeader("Cache-Control", "no-store");
    assertThat(created.text("client_secret")).hasSize(43);
    assertThat(created.json().path("redirect_uris").size()).isZero();
    assertThat(created.json().path("bot_public").asBoolean()).isTrue();
    assertThat(created.json().path("bot_require_code_grant").asBoolean()).isFalse();
    assertThat(created.json().path("bot").path("token").asString())
        .startsWith(created.text("id") + ".");

    var list = ada.get(APPLICATIONS + "/@me").hasStatus(200);
    assertThat(list.body()).isEqualTo(ada.get(ME + "/applications").body());
    assertThat(list.body()).doesNotContain("client_secret", "\"token\"");
    assertThat(mallory.get(APPLICATIONS + "/@me").body()).isEqualTo("[]");
  }

  @Test
  void fields_are_changed_one_by_one_and_the_rest_stays() {
    var changed =
        ada.patch(
                one,
                Map.of(
                    "name", "Star Charts",
                    "description", "Where the stars are.",
                    "website", "https://charts.example/",
                    "privacy_policy_url", "https://charts.example/privacy",
                    "redirect_uris", List.of("https://b.example/cb", "https://a.example/cb")))
            .hasStatus(200);

    assertThat(changed.body()).doesNotContain("client_secret", "\"token\"");
    assertThat(changed.json().path("redirect_uris").valueStream().map(JsonNode::asString))
        .containsExactly("https://b.example/cb", "https://a.example/cb");
    var again = ada.patch(one, Map.of("bot_public", false)).hasStatus(200);
    assertThat(again.text("name")).isEqualTo("Star Charts");
    assertThat(again.text("website")).isEqualTo("https://charts.example/");
    assertThat(again.json().path("bot_public").asBoolean()).isFalse();
    assertThat(again.json().path("bot").path("id")).isEqualTo(created.json().path("id"));
    var cleared = ada.patch(one, Map.of("redirect_uris", List.of(), "description", ""));
    assertThat(cleared.json().path("redirect_uris").size()).isZero();
    assertThat(cleared.json().path("description").isNull()).isTrue();
    assertThat(ada.get(one).body()).isEqualTo(cleared.body());
  }

  @Test
  @Attack("R-05")
  @Attack("R-06")
  void what_breaks_a_rule_is_named_by_its_path() {
    ada.patch(
            one,
            Map.of(
                "name",
                "x".repeat(101),
                "description",
                "x".repeat(401),
                "website",
                "javascript:alert(1)",
                "terms_of_service_url",
                "http://charts.example/",
                "privacy_policy_url",
                "https://a@b.example/",
                "redirect_uris",
                List.of("https://ok.example/", "http://evil.example/")))
        .invalidOn(
            "name",
            "description",
            "website",
            "terms_of_service_url",
            "privacy_policy_url",
            "redirect_uris.1");
    ada.patch(one, Map.of("redirect_uris", Collections.nCopies(11, "https://a.example/")))
        .invalidOn("redirect_uris");
    ada.patch(one, Map.of("client_type", "secretive")).invalidOn("client_type");
    ada.post(APPLICATIONS, Map.of("name", " ")).invalidOn("name");
    assertThat(ada.get(one).text("name")).isEqualTo("Star Chart");
  }

  @Test
  void a_bot_has_a_name_and_a_story_of_its_own() {
    var bot = ada.patch(one + "/bot", Map.of("username", "charts", "bio", "I map.")).hasStatus(200);

    assertThat(bot.text("username")).isEqualTo("charts");
    assertThat(bot.text("bio")).isEqualTo("I map.");
    assertThat(ada.patch(one + "/bot", Map.of("bio", "")).json().path("bio").isNull()).isTrue();
    ada.patch(one + "/bot", Map.of("bio", "x".repeat(1_025), "username", "a b"))
        .invalidOn("username", "bio");
    ada.patch(one + "/bot", Map.of("discriminator", "1")).invalidOn("discriminator");
    assertThat(ada.get("/api/v1/users/" + created.text("id")).json().path("bot").asBoolean())
        .isTrue();
  }

  @Test
  @Attack("B-10")
  void a_new_bot_token_ends_the_old_one_at_once() {
    var old = botToken(created.json().path("bot").path("token").asString());
    server.wire().get("/api/v1/applications/@me", old).hasStatus(200);

    var reset = ada.post(one + "/bot/reset-token", PASSWORD).hasStatus(200);

    server.wire().get("/api/v1/applications/@me", old).deniedWith(401, "INVALID_TOKEN");
    var self = server.wire().get("/api/v1/applications/@me", botToken(reset.text("token")));
    assertThat(self.hasStatus(200).json().propertyNames())
        .containsExactly(
            "id",
            "name",
            "icon",
            "description",
            "bot_public",
            "bot_require_code_grant",
            "verify_key",
            "flags",
            "bot");
    server.wire().get("/api/v1/applications/@me").deniedWith(401, "UNAUTHORIZED");
    ada.get("/api/v1/applications/@me").deniedWith(401, "INVALID_TOKEN");
  }

  private static Map<String, String> botToken(String token) {
    return Map.of("Authorization", "Bot " + token);
  }

  @Test
  void a_reset_ends_the_old_secret_at_once_and_an_unused_code_survives() {
    ada.patch(one, Map.of("redirect_uris", List.of(TestApp.REDIRECT_URI))).hasStatus(200);
    var before = app(created.text("client_secret"));
    var code = mallory.approves(before, "identify");

    var reset = ada.post(one + "/client-secret/reset", PASSWORD).hasStatus(200);

    before.exchange(code).refusedWith("invalid_client");
    assertThat(reset.text("client_secret")).isNotEqualTo(created.text("client_secret"));
    app(reset.text("client_secret")).exchange(code).granted();
  }

  private TestApp app(String secret) {
    return new TestApp(server, created.text("id"), secret, TestApp.REDIRECT_URI);
  }

  @Test
  @Attack("A-09")
  void secrets_are_rotated_without_a_moment_in_which_none_is_valid() {
    ada.patch(one, Map.of("redirect_uris", List.of(TestApp.REDIRECT_URI))).hasStatus(200);
    var first = created.text("client_secret");
    var second = ada.post(one + "/client-secrets", PASSWORD).hasStatus(200).text("client_secret");
    for (String secret : List.of(first, second)) {
      app(secret).exchange(mallory.approves(app(secret), "identify")).granted();
    }
    ada.post(one + "/client-secrets", PASSWORD).invalidOn("root");

    var secrets = ada.get(one + "/client-secrets").hasStatus(200);
    assertThat(secrets.body()).doesNotContain(first, second);
    var oldest = secrets.json().path(0);
    assertThat(first).endsWith(oldest.path("ending").asString());
    var path = one + "/client-secrets/" + oldest.path("id").asString();
    ada.delete(path).deniedWith(403, "SUDO_MODE_REQUIRED");
    ada.delete(path, PASSWORD).hasStatus(204);

    app(first).exchange(mallory.approves(app(first), "identify")).refusedWith("invalid_client");
    app(second).exchange(mallory.approves(app(second), "identify")).granted();
    ada.delete(one + "/client-secrets/nonsense", PASSWORD).deniedWith(404, "GENERAL_ERROR");
  }

  @Test
  @Attack("T-12")
  @Attack("B-10")
  @Attack("C-11")
  @Attack("A-08")
  void deleting_an_application_ends_everything_of_it_at_once_and_for_good() {
    ada.patch(one, Map.of("redirect_uris", List.of(TestApp.REDIRECT_URI))).hasStatus(200);
    var app = app(created.text("client_secret"));
    var tokens = app.exchange(mallory.approves(app, "identify")).granted();
    var code = mallory.approves(app, "identify");
    var bot = botToken(created.json().path("bot").path("token").asString());
    ada.delete(one).deniedWith(403, "SUDO_MODE_REQUIRED");

    ada.delete(one, PASSWORD).hasStatus(204);

    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_client");
    app.exchange(code).refusedWith("invalid_client");
    server.wire().get("/api/v1/applications/@me", bot).deniedWith(401, "INVALID_TOKEN");
    ada.get("/api/v1/users/" + created.text("id")).deniedWith(404, "UNKNOWN_USER");
    ada.get(one).deniedWith(404, "UNKNOWN_APPLICATION");
    ada.patch(one, Map.of("name", "Back")).deniedWith(404, "UNKNOWN_APPLICATION");
    ada.delete(one, PASSWORD).deniedWith(404, "UNKNOWN_APPLICATION");
    server.wire().get(one + "/public").deniedWith(404, "UNKNOWN_APPLICATION");
    assertThat(ada.get(APPLICATIONS + "/@me").body()).isEqualTo("[]");
    assertThat(mallory.get("/api/v1/oauth2/@me/authorizations").body()).isEqualTo("[]");
    server.restart();
    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
  }

  @Test
  @Attack("U-12")
  void what_cannot_be_undone_is_confirmed_before_anything_is_told() {
    for (String path : List.of("/bot/reset-token", "/client-secret/reset", "/client-secrets")) {
      for (TestUser anyone : List.of(ada, mallory)) {
        anyone.post(one + path, Map.of()).deniedWith(403, "SUDO_MODE_REQUIRED");
        anyone.post(one + path, Map.of("password", "not it at all")).invalidOn("password");
      }
    }
    mallory.delete(APPLICATIONS + "/1").deniedWith(403, "SUDO_MODE_REQUIRED");
    assertThat(ada.get(one + "/client-secrets").json().size()).isEqualTo(1);
  }

  @Test
  @Attack("U-19")
  void nobody_else_changes_or_learns_anything_of_an_application() {
    mallory.get(one).deniedWith(403, "ACCESS_DENIED");
    mallory.get(one + "/client-secrets").deniedWith(403, "ACCESS_DENIED");
    mallory.patch(one, Map.of("name", "Mine")).deniedWith(403, "ACCESS_DENIED");
    mallory.patch(one + "/bot", Map.of("bio", "Mine")).deniedWith(403, "ACCESS_DENIED");
    mallory.delete(one, PASSWORD).deniedWith(403, "ACCESS_DENIED");
    for (String path :
        List.of("/bot/reset-token", "/client-secret/reset", "/client-secrets", "/transfer")) {
      mallory.post(one + path, PASSWORD).deniedWith(403, "ACCESS_DENIED");
    }
    for (String id : List.of("1", "x", "-1", "9".repeat(30))) {
      var path = APPLICATIONS + "/" + id;
      ada.get(path).deniedWith(404, "UNKNOWN_APPLICATION");
      ada.patch(path, Map.of("name", "x")).deniedWith(404, "UNKNOWN_APPLICATION");
      ada.patch(path + "/bot", Map.of("bio", "x")).deniedWith(404, "UNKNOWN_APPLICATION");
      ada.delete(path, PASSWORD).deniedWith(404, "UNKNOWN_APPLICATION");
      ada.post(path + "/bot/reset-token", PASSWORD).deniedWith(404, "UNKNOWN_APPLICATION");
      server.wire().get(path + "/public").deniedWith(404, "UNKNOWN_APPLICATION");
    }
  }

  @Test
  void anyone_sees_what_is_public() {
    var seen = server.wire().get(one + "/public").hasStatus(200);

    assertThat(seen.json().path("scopes").valueStream().map(JsonNode::asString))
        .containsExactly("bot");
    assertThat(seen.json().path("bot").path("username").asString()).isEqualTo("Star_Chart");
    assertThat(seen.body()).doesNotContain("client_type", "owner", "offered_to", "secret");
  }

  @Test
  void a_public_client_has_no_secret_to_lose() {
    ada.patch(one, Map.of("client_type", "public")).hasStatus(200);

    assertThat(ada.get(one + "/client-secrets").body()).isEqualTo("[]");
    ada.post(one + "/client-secret/reset", PASSWORD).invalidOn("root");

    ada.patch(one, Map.of("client_type", "confidential")).hasStatus(200);
    var secret = ada.post(one + "/client-secret/reset", PASSWORD).hasStatus(200);
    assertThat(secret.text("client_secret")).hasSize(43);
  }

  @Test
  void each_application_has_its_own_limits() {
    try (var limited = TestServer.withRateLimits()) {
      var grace = limited.user("grace");
      var first = grace.post(APPLICATIONS, Map.of("name", "First")).text("id");
      var second = grace.post(APPLICATIONS, Map.of("name", "Second")).text("id");
      for (int i = 0; i < 30; i++) {
        grace.patch(APPLICATIONS + "/" + first, Map.of("name", "First " + i)).hasStatus(200);
      }

      grace.patch(APPLICATIONS + "/" + first, Map.of("name", "x")).deniedWith(429, "RATE_LIMITED");
      grace.patch(APPLICATIONS + "/" + second, Map.of("name", "x")).hasStatus(200);
    }
  }
}
