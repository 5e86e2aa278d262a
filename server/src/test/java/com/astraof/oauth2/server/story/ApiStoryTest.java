package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The JSON API: what it takes, what it answers and how it says no. */
final class ApiStoryTest {
  private static final String ME = "/api/v1/users/@me";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void registering_and_logging_in_over_the_api() {
    var login =
        server
            .wire()
            .json(
                "/api/v1/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}"
                    .formatted(ada.email().toUpperCase(Locale.ROOT), TestUser.PASSWORD),
                Map.of())
            .hasStatus(200);
    assertThat(login.text("user_id")).isEqualTo(ada.id());
    assertThat(login.json().path("mfa").asBoolean()).isFalse();
    var session = Map.of("Authorization", login.text("token"));
    server.wire().get(ME, session).hasStatus(200);

    server.wire().send("POST", "/api/v1/auth/logout", "", session).hasStatus(204);
    server.wire().get(ME, session).deniedWith(401, "INVALID_AUTH_TOKEN");
    server.wire().send("POST", "/api/v1/auth/logout", "", session).hasStatus(204);
    server.wire().send("POST", "/api/v1/auth/logout", "", Map.of()).hasStatus(204);
  }

  @Test
  void a_bad_login_is_one_equal_error_on_both_fields() {
    server
        .wire()
        .json(
            "/api/v1/auth/login",
            "{\"email\":\"who@example.org\",\"password\":\"walking slowly\"}",
            Map.of())
        .invalidOn("email", "password");
  }

  @Test
  void a_registration_names_every_field_that_needs_mending() {
    var body = "{\"email\":\"x\",\"username\":\"astral fan\",\"password\":\"1\",\"consent\":true}";

    server
        .wire()
        .json("/api/v1/auth/register", body, Map.of())
        .invalidOn("email", "username", "password", "date_of_birth");
    server
        .wire()
        .json("/api/v1/auth/register", "{\"username\":\"  \",\"consent\":true}", Map.of())
        .invalidOn("username");
    server
        .wire()
        .json(
            "/api/v1/auth/register",
            "{\"email\":\"%s\",\"password\":\"walking slowly\",\"date_of_birth\":\"1990-01-01\",\"consent\":true}"
                .formatted(ada.email()),
            Map.of())
        .invalidOn("email");
  }

  @Test
  void an_unclaimed_account_may_not_create_applications() {
    var unclaimed =
        server
            .wire()
            .json(
                "/api/v1/auth/register",
                "{\"date_of_birth\":\"1990-01-01\",\"consent\":true}",
                Map.of())
            .hasStatus(200);

    server
        .wire()
        .json(
            "/api/v1/oauth2/applications",
            "{\"name\":\"x\"}",
            Map.of("Authorization", unclaimed.text("token")))
        .deniedWith(400, "UNCLAIMED_ACCOUNT_RESTRICTED");
  }

  @Test
  @Attack("R-05")
  @Attack("R-06")
  void redirect_uris_are_checked_one_by_one_at_registration() {
    ada.post(
            "/api/v1/oauth2/applications",
            Map.of(
                "name",
                "Checked",
                "redirect_uris",
                List.of(
                    "https://fine.example/cb",
                    "javascript:alert(1)",
                    "http://evil.example/",
                    "http://localhost.evil/",
                    "http://localhost:3000/fine",
                    "https://a@b.example/",
                    "https://x.example/#f")))
        .invalidOn(
            "redirect_uris.1",
            "redirect_uris.2",
            "redirect_uris.3",
            "redirect_uris.5",
            "redirect_uris.6");
  }

  @Test
  @Attack("U-19")
  void an_application_is_seen_by_its_owner_alone_and_its_secrets_once() {
    var created =
        ada.post("/api/v1/oauth2/applications", Map.of("name", "Star Chart")).hasStatus(200);
    var id = created.text("id");
    assertThat(created.text("client_secret")).hasSize(43);
    assertThat(created.json().path("bot").path("id").asString()).isEqualTo(id);
    assertThat(created.json().path("bot").path("username").asString()).isEqualTo("Star_Chart");

    var seen = ada.get("/api/v1/oauth2/applications/" + id).hasStatus(200);
    assertThat(seen.body()).doesNotContain("client_secret").doesNotContain("\"token\"");
    assertThat(ada.get("/api/v1/oauth2/applications/@me").json().size()).isEqualTo(1);
    var mallory = server.user("mallory");
    mallory.get("/api/v1/oauth2/applications/" + id).deniedWith(403, "ACCESS_DENIED");
    mallory.get("/api/v1/oauth2/applications/1").deniedWith(404, "UNKNOWN_APPLICATION");
    mallory.get("/api/v1/oauth2/applications/x").deniedWith(404, "UNKNOWN_APPLICATION");
  }

  @Test
  void guilds_come_in_pages_by_ascending_id() {
    for (int i = 0; i < 5; i++) {
      ada.foundsGuild("Guild " + i);
    }
    var all = ada.get(ME + "/guilds?with_counts=true").json();
    var third = all.path(2).path("id").asString();

    assertThat(all.size()).isEqualTo(5);
    assertThat(all.path(0).path("approximate_member_count").asInt()).isEqualTo(1);
    assertThat(names(ME + "/guilds?limit=2")).containsExactly("Guild 0", "Guild 1");
    assertThat(names(ME + "/guilds?after=" + third)).containsExactly("Guild 3", "Guild 4");
    assertThat(names(ME + "/guilds?limit=1&before=" + third)).containsExactly("Guild 1");
    ada.get(ME + "/guilds?limit=0").invalidOn("limit");
    ada.get(ME + "/guilds?limit=201").invalidOn("limit");
    ada.get(ME + "/guilds?after=x").invalidOn("after");
  }

  private List<String> names(String path) {
    return ada.get(path).json().valueStream().map(guild -> guild.path("name").asString()).toList();
  }

  @Test
  void a_new_guild_is_as_the_contract_describes() {
    var guild = ada.post("/api/v1/guilds", Map.of("name", " Club\u202e ")).hasStatus(200);

    assertThat(guild.text("name")).isEqualTo("Club");
    assertThat(guild.text("owner_id")).isEqualTo(ada.id());
    assertThat(guild.text("system_channel_id")).matches("[0-9]+");
    assertThat(guild.json().path("features").size()).isEqualTo(4);
    ada.post("/api/v1/guilds", Map.of("name", "")).invalidOn("name");
    ada.post("/api/v1/guilds", Map.of("name", "x".repeat(101))).invalidOn("name");
  }

  @Test
  @Attack("S-03")
  void bodies_that_cannot_be_read_are_refused_in_the_apis_shape() {
    var session = Map.of("Authorization", ada.session());
    for (String bad :
        new String[] {
          "",
          "{",
          "[]",
          "null",
          "{\"name\":\"a\",\"name\":\"b\"}",
          "{\"name\":\"a\"} x",
          "[".repeat(5_000),
          "{\"name\":" + "9".repeat(500) + "}"
        }) {
      server.wire().json("/api/v1/guilds", bad, session).invalidOn("root");
    }
    server.wire().json("/api/v1/guilds", "{\"name\":7}", session).invalidOn("name");
    server.wire().form("/api/v1/guilds", Map.of("name", "x"), session).invalidOn("root");
  }

  @Test
  @Attack("S-10")
  void other_methods_are_405_and_other_paths_404_in_the_right_shape() {
    server.wire().send("DELETE", ME, "", Map.of()).deniedWith(405, "GENERAL_ERROR");
    server.wire().get("/api/v1/nowhere").deniedWith(404, "GENERAL_ERROR");
    server.wire().get("/api/v1/oauth2/token").hasStatus(405).hasHeader("Allow", "POST");
    assertThat(server.wire().get("/nowhere").hasStatus(404).header("Content-Type").orElseThrow())
        .startsWith("text/html");
  }

  @Test
  void the_unversioned_prefix_answers_alike() {
    ada.get("/api/users/@me").hasStatus(200);
  }

  @Test
  void rate_limits_answer_429_with_what_to_do() {
    try (var limited = TestServer.withRateLimits()) {
      var grace = limited.user("grace");
      for (int i = 0; i < 40; i++) {
        grace.get(ME).hasStatus(200);
      }

      var refused = grace.get(ME).deniedWith(429, "RATE_LIMITED");

      assertThat(refused.json().path("retry_after").asDouble()).isPositive();
      refused.hasHeader("X-RateLimit-Limit", "40").hasHeader("X-RateLimit-Remaining", "0");
      refused.hasHeader("X-RateLimit-Global", "false");
      limited.clock().advance(Duration.ofSeconds(11));
      grace.get(ME).hasStatus(200);
    }
  }
}
