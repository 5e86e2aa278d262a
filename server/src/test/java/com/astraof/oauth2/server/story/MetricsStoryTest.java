package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.config.ManagementSettings;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a scrape shows of what has happened. */
final class MetricsStoryTest {
  private final TestServer server = TestServer.withManagement();

  @AfterEach
  void stop() {
    server.close();
  }

  private String scrape() {
    var answer = server.management().get("/metrics").hasStatus(200);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
    return answer.body();
  }

  @Test
  void token_requests_are_told_by_grant_type_and_outcome_and_what_ended_by_its_kind() {
    var app = server.app();
    String code = server.user("ada").approves(app, "identify");
    var first = app.exchange(code).granted();
    var second = app.refresh(first.refresh()).granted();
    server.clock().advance(Duration.ofHours(2));
    app.refresh(second.refresh()).granted();
    app.refresh(first.refresh()).refusedWith("invalid_grant");
    app.exchange(code).refusedWith("invalid_grant");
    server
        .wire()
        .form(TestApp.TOKEN, Map.of("grant_type", "x"), Map.of())
        .refusedWith("invalid_client");

    server.astral().followEndings();
    assertThat(scrape())
        .contains(token("authorization_code", "issued", 1))
        .contains(token("authorization_code", "invalid_grant", 1))
        .contains(token("refresh_token", "issued", 2))
        .contains(token("refresh_token", "invalid_grant", 1))
        .contains(token("none", "invalid_client", 1))
        .contains("astral_endings_total{kind=\"code_replayed\"} 1.0")
        .contains("astral_endings_total{kind=\"refresh_reused\"} 1.0")
        .contains("astral_endings_silence_seconds 0.0")
        .contains("astral_signing_key_age_seconds 7200.0");
  }

  private static String token(String grantType, String outcome, int count) {
    return "astral_token_requests_total{grant_type=\"%s\",outcome=\"%s\"} %d.0"
        .formatted(grantType, outcome, count);
  }

  @Test
  void sign_ins_sessions_and_commits_are_counted() {
    var ada = server.user("ada");
    server
        .wire()
        .json(
            "/api/v1/auth/login",
            "{\"email\":\"%s\",\"password\":\"wrong wrong wrong\"}".formatted(ada.email()),
            Map.of());

    assertThat(scrape())
        .contains("astral_sign_in_steps_total{result=\"wrong\"} 1.0")
        .contains("astral_sessions_opened_total 1.0")
        .contains("astral_passwords_waiting 0.0")
        .containsPattern("astral_commit_writes_count [1-9]")
        .containsPattern("astral_commit_wait_seconds_count [1-9]");
  }

  @Test
  void limits_that_were_reached_are_told_by_name() {
    try (var limited =
        TestServer.with(settings -> settings.with(ManagementSettings.on(0)).with(Rates.DEFAULT))) {
      for (int i = 0; i < 11; i++) {
        limited.wire().json("/api/v1/auth/login", "{}", Map.of());
      }

      assertThat(limited.management().get("/metrics").body())
          .contains("astral_limits_reached_total{limit=\"login\"} 1.0");
    }
  }

  @Test
  @Attack("S-05")
  void routes_stand_by_their_pattern_and_nothing_that_a_stranger_chose_is_shown() {
    var ada = server.user("ada");
    var app = server.app();
    String token = app.accessOf(ada, "identify");
    app.introspect(token).hasStatus(200);
    ada.get("/api/v1/users/" + ada.id());
    server.wire().get("/no-such-page");
    server.wire().send("STRANGE", "/api/v1/users/@me", "", Map.of());
    server.wire().form(TestApp.TOKEN, Map.of("grant_type", "chosen"), Map.of());

    assertThat(scrape())
        .contains("route=\"/api/v1/users/{id}\"")
        .contains("method=\"-\",route=\"-\",status=\"4xx\"")
        .doesNotContain(ada.id(), app.id(), token, app.secret(), ada.email())
        .doesNotContain("no-such-page", "STRANGE", "chosen");
  }
}
