package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An app on a device without a browser: it shows a code, asks again and again, and gets tokens. */
final class DeviceStoryTest {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer start() {
    return app.startsOnDevice("identify guilds").hasStatus(200);
  }

  /** Signs in, enters the code and answers. */
  private Answer decides(TestUser user, Answer device, String decision) {
    var browser = new TestBrowser(server);
    Answer page = browser.follow(browser.signIn(user, "/activate"));
    var code = Map.of("user_code", device.text("user_code"));
    Answer asks = browser.submit(page, "/activate", code).hasStatus(200);
    return browser.submit(asks, "/activate/decision", Map.of("decision", decision));
  }

  private Answer poll(Answer device) {
    return app.poll(device.text("device_code"));
  }

  @Test
  @Rfc(value = 8628, section = "3.2")
  void a_device_is_told_two_codes_where_to_send_people_and_how_often_to_ask() {
    Answer device = start().hasHeader("Cache-Control", "no-store");

    String userCode = device.text("user_code");
    assertThat(userCode).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
    assertThat(device.text("verification_uri")).isEqualTo(TestServer.ISSUER + "/activate");
    assertThat(device.text("verification_uri_complete"))
        .isEqualTo(TestServer.ISSUER + "/activate?user_code=" + userCode);
    assertThat(device.json().path("expires_in").asInt()).isEqualTo(600);
    assertThat(device.json().path("interval").asInt()).isEqualTo(5);
    assertThat(device.text("device_code")).hasSizeGreaterThan(60);
  }

  @Test
  @Rfc(value = 8628, section = "3.1")
  void starting_asks_for_the_client_and_for_scopes_that_a_device_can_use() {
    app.startsOnDevice("").refusedWith("invalid_scope");
    app.startsOnDevice("identify everything").refusedWith("invalid_scope");
    app.startsOnDevice("identify bot").refusedWith("invalid_scope");
    app.startsOnDevice("applications.commands").refusedWith("invalid_scope");
    new TestApp(server, app.id(), "wrong", "")
        .startsOnDevice("identify")
        .refusedWith("invalid_client");
    server
        .wire()
        .rawForm(
            "/api/v1/oauth2/device_authorization?scope=identify", "client_id=" + app.id(), Map.of())
        .refusedWith("invalid_request");
    server
        .wire()
        .form("/api/oauth2/device_authorization", Map.of("scope", "email"), basic())
        .hasStatus(200);
  }

  private Map<String, String> basic() {
    return Map.of("Authorization", app.basic());
  }

  @Test
  @Rfc(value = 8628, section = "3.5")
  void after_a_yes_the_next_poll_brings_tokens_for_what_was_asked() {
    Answer device = start();
    poll(device).refusedWith("authorization_pending");

    decides(ada, device, "approve").hasStatus(200);
    server.clock().advance(INTERVAL);
    var tokens = poll(device).granted();

    assertThat(tokens.scope()).isEqualTo("identify guilds");
    assertThat(app.get("/api/v1/users/@me", tokens.access()).text("id")).isEqualTo(ada.id());
    assertThat(app.refresh(tokens.refresh()).granted().scope()).isEqualTo("identify guilds");
  }

  @Test
  @Rfc(value = 8628, section = "5.6")
  void a_public_app_needs_its_id_alone() {
    var pocket = server.publicApp("https://app.example/callback");
    Answer device = pocket.startsOnDevice("identify").hasStatus(200);
    decides(ada, device, "approve");

    assertThat(pocket.poll(device.text("device_code")).granted().scope()).isEqualTo("identify");
  }

  @Test
  @Rfc(value = 8628, section = "3.5")
  void a_no_is_told_as_access_denied_for_good() {
    Answer device = start();
    decides(ada, device, "deny").hasStatus(200);

    poll(device).refusedWith("access_denied");
    poll(device).refusedWith("access_denied");
  }

  @Test
  @Rfc(value = 8628, section = "3.5")
  void who_asks_too_often_is_told_to_slow_down_and_has_lost_nothing() {
    Answer device = start();
    poll(device).refusedWith("authorization_pending");
    server.clock().advance(Duration.ofSeconds(4));
    poll(device).refusedWith("slow_down");
    server.clock().advance(INTERVAL);
    poll(device).refusedWith("slow_down");
    server.clock().advance(INTERVAL.multipliedBy(3));
    poll(device).refusedWith("authorization_pending");

    decides(ada, device, "approve");
    poll(device).granted();
  }

  @Test
  @Rfc(value = 8628, section = "3.5")
  void after_ten_minutes_the_codes_are_worth_nothing() {
    Answer device = start();
    Answer approved = start();
    server.clock().advance(Duration.ofMinutes(10).minusMillis(1));
    decides(ada, approved, "approve").hasStatus(200);
    poll(device).refusedWith("authorization_pending");
    server.clock().advance(Duration.ofMillis(1));

    poll(device).refusedWith("expired_token");
    poll(approved).refusedWith("expired_token");
    start();
    poll(device).refusedWith("expired_token");
  }

  @Test
  @Rfc(value = 8628, section = "3.5")
  void a_second_poll_gets_nothing_more_and_ends_nothing() {
    Answer device = start();
    decides(ada, device, "approve");
    var tokens = poll(device).granted();

    poll(device).refusedWith("invalid_grant");

    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
    app.refresh(tokens.refresh()).granted();
  }

  @Test
  @Attack("C-02")
  void of_64_polls_at_once_exactly_one_gets_tokens_and_they_live() {
    Answer device = start();
    decides(ada, device, "approve");

    var answers = Together.times(64, () -> poll(device));

    var granted = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(granted).hasSize(1);
    answers.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(answer -> answer.refusedWith("invalid_grant"));
    app.refresh(granted.getFirst().granted().refresh()).granted();
  }

  @Test
  @Rfc(value = 8628, section = "3.4")
  @Attack("C-03")
  void a_device_code_of_another_application_is_refused_and_its_own_still_gets_tokens() {
    Answer device = start();
    decides(ada, device, "approve");

    server.app().poll(device.text("device_code")).refusedWith("invalid_grant");

    poll(device).granted();
  }

  @Test
  @Rfc(value = 8628, section = "5.2")
  @Attack("C-05")
  void an_unknown_device_code_is_refused() {
    String code = start().text("device_code");

    app.poll("x" + code.substring(1)).refusedWith("invalid_grant");
    app.poll(code + "A").refusedWith("invalid_grant");
    app.poll("x".repeat(10_000)).refusedWith("invalid_grant");
    app.poll("").refusedWith("invalid_request");
    try (var elsewhere = TestServer.start()) {
      var foreign = elsewhere.app().startsOnDevice("identify").text("device_code");
      app.poll(foreign).refusedWith("invalid_grant");
    }
  }

  @Test
  @Attack("C-11")
  void an_approval_that_is_taken_back_before_the_poll_brings_nothing() {
    Answer device = start();
    decides(ada, device, "approve");

    ada.delete("/api/v1/oauth2/@me/authorizations/" + app.id()).hasStatus(204);

    poll(device).refusedWith("invalid_grant");
  }

  @Test
  void what_a_device_got_in_is_listed_and_taken_back_like_any_app() {
    Answer device = start();
    decides(ada, device, "approve");
    var tokens = poll(device).granted();

    assertThat(ada.get("/api/v1/oauth2/@me/authorizations").body()).contains(app.id());
    ada.delete("/api/v1/oauth2/@me/authorizations/" + app.id()).hasStatus(204);

    app.get("/api/v1/users/@me", tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  @Attack("A-08")
  void a_deleted_application_lets_nobody_decide_and_nothing_in() {
    var grace = server.user("grace");
    var gone = grace.registersApp("Gone", "confidential", TestApp.REDIRECT_URI);
    Answer device = gone.startsOnDevice("identify").hasStatus(200);
    Answer approved = gone.startsOnDevice("identify").hasStatus(200);
    decides(ada, approved, "approve");
    var password = Map.of("password", TestUser.PASSWORD);
    grace.delete("/api/v1/oauth2/applications/" + gone.id(), password).hasStatus(204);

    gone.poll(approved.text("device_code")).refusedWith("invalid_client");
    var browser = new TestBrowser(server);
    Answer page = browser.follow(browser.signIn(ada, "/activate"));
    browser.submit(page, "/activate", Map.of("user_code", device.text("user_code"))).hasStatus(400);
  }

  @Test
  @Attack("S-11")
  void a_waiting_device_survives_a_restart_and_stays_single_use_across_one() {
    Answer device = start();
    server.restart();
    decides(ada, device, "approve");
    server.restart();
    poll(device).granted();
    server.restart();

    poll(device).refusedWith("invalid_grant");
  }

  @Test
  @Attack("T-16")
  void neither_code_stands_in_the_database() {
    Answer device = start();
    decides(ada, device, "approve");

    String loot = server.loot();
    String userCode = device.text("user_code");
    for (String secret : List.of(userCode, userCode.replace("-", ""), device.text("device_code"))) {
      assertThat(loot).doesNotContain(secret);
    }
  }

  @Test
  void an_application_may_start_only_so_many_in_a_minute() {
    try (var limited = TestServer.withRateLimits()) {
      var eager = limited.app();
      for (int i = 0; i < 300; i++) {
        eager.startsOnDevice("identify").hasStatus(200);
      }

      Answer refused = eager.startsOnDevice("identify").hasStatus(429);

      assertThat(refused.header("Retry-After")).isPresent();
      limited.app().startsOnDevice("identify").hasStatus(200);
    }
  }
}
