package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of an authorization code: one exchange, by whom it was made for, in its minute. */
final class CodeStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2")
  @Rfc(value = 6749, section = "10.5")
  @Attack("C-01")
  void a_code_used_twice_is_refused_and_ends_the_first_tokens() {
    var app = server.app();
    var code = ada.approves(app, "identify");
    var tokens = app.exchange(code).granted();

    app.exchange(code).refusedWith("invalid_grant");

    app.get("/api/v1/users/@me", tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  @Attack("C-01")
  void a_code_replayed_after_its_time_ends_the_first_tokens_too() {
    var app = server.app();
    var code = ada.approves(app, "identify");
    var tokens = app.exchange(code).granted();
    server.clock().advance(Duration.ofMinutes(5));

    app.exchange(code).refusedWith("invalid_grant");

    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  @Attack("C-02")
  void of_64_threads_with_one_code_exactly_one_wins() {
    var app = server.app();
    var code = ada.approves(app, "identify");

    var answers = Together.times(64, () -> app.exchange(code));

    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    answers.stream()
        .filter(answer -> answer.status() != 200)
        .forEach(answer -> answer.refusedWith("invalid_grant"));
  }

  @Test
  @Rfc(value = 6749, section = "4.1.3")
  @Attack("C-03")
  void a_code_of_another_application_is_refused_and_its_own_still_gets_it() {
    var app = server.app();
    var thief = server.app();
    var code = ada.approves(app, "identify");

    thief.exchange(code).refusedWith("invalid_grant");

    app.exchange(code).granted();
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2")
  @Rfc(value = 6749, section = "10.5")
  @Attack("C-04")
  void a_code_lives_for_less_than_a_minute() {
    var app = server.app();
    var early = ada.approves(app, "identify");
    var late = ada.approves(app, "identify");

    server.clock().advance(Duration.ofSeconds(59));
    app.exchange(early).granted();
    server.clock().advance(Duration.ofSeconds(1));

    app.exchange(late).refusedWith("invalid_grant");
  }

  @Test
  @Attack("C-04")
  void a_code_from_before_the_clock_was_turned_back_is_refused() {
    var app = server.app();
    var code = ada.approves(app, "identify");

    server.clock().rewind(Duration.ofMinutes(6));

    app.exchange(code).refusedWith("invalid_grant");
  }

  @Test
  void a_code_is_taken_by_a_node_whose_clock_is_behind() {
    var app = server.app();
    var code = ada.approves(app, "identify");

    server.clock().rewind(Duration.ofSeconds(30));

    app.exchange(code).granted();
  }

  @Test
  @Attack("C-05")
  void a_changed_code_is_refused_and_the_true_one_still_works() {
    var app = server.app();
    var code = ada.approves(app, "identify");
    char last = code.charAt(code.length() - 1);

    app.exchange(code.substring(0, code.length() - 1) + (last == 'A' ? 'B' : 'A'))
        .refusedWith("invalid_grant");
    app.exchange(code.substring(1)).refusedWith("invalid_grant");
    app.exchange(code + "AAAA").refusedWith("invalid_grant");
    app.exchange("no code at all").refusedWith("invalid_grant");

    app.exchange(code).granted();
  }

  @Test
  @Attack("C-05")
  void a_code_of_another_installation_is_refused() {
    try (var elsewhere = TestServer.start()) {
      var foreign = elsewhere.user("ada").approves(elsewhere.app(), "identify");

      server.app().exchange(foreign).refusedWith("invalid_grant");
    }
  }

  @Test
  @Rfc(value = 6749, section = "4.1.3")
  @Rfc(value = 6749, section = "10.6")
  @Attack("R-17")
  void the_redirect_uri_must_be_repeated_exactly() {
    var app = server.app();
    var code = ada.approves(app, "identify");

    app.exchange(code, Map.of("redirect_uri", "")).refusedWith("invalid_grant");
    app.exchange(code, Map.of("redirect_uri", app.redirectUri() + "/"))
        .refusedWith("invalid_grant");

    app.exchange(code).granted();
  }

  @Test
  @Rfc(value = 6749, section = "5.2")
  @Attack("A-01")
  void a_wrong_secret_is_invalid_client_and_the_code_stays_usable() {
    var app = server.app();
    var code = ada.approves(app, "identify");

    app.exchange(code, Map.of("client_secret", "wrong")).refusedWith("invalid_client");
    app.exchange(code, Map.of("client_secret", "")).refusedWith("invalid_client");

    app.exchange(code).granted();
  }

  @Test
  @Rfc(value = 6749, section = "3.2")
  @Attack("C-12")
  void a_code_in_a_query_is_refused_and_stays_usable() {
    var app = server.app();
    var code = ada.approves(app, "identify");

    server
        .wire()
        .rawForm("/api/v1/oauth2/token?code=" + code, "grant_type=authorization_code", Map.of())
        .refusedWith("invalid_request");
    server
        .wire()
        .get("/api/v1/oauth2/token?code=" + code)
        .hasStatus(405)
        .hasHeader("Allow", "POST");

    app.exchange(code).granted();
  }

  @Test
  @Attack("S-11")
  void a_code_survives_a_restart_and_stays_single_use_across_one() {
    var app = server.app();
    var code = ada.approves(app, "identify");
    server.restart();

    var tokens = app.exchange(code).granted();
    server.restart();

    app.exchange(code).refusedWith("invalid_grant");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  @Attack("T-16")
  void no_code_token_or_secret_stands_in_the_database() {
    var app = server.app();
    var code = ada.approves(app, "identify");
    var tokens = app.exchange(code).granted();

    assertThat(server.loot())
        .contains("Stargazer")
        .doesNotContain(code)
        .doesNotContain(tokens.access())
        .doesNotContain(tokens.refresh())
        .doesNotContain(app.secret())
        .doesNotContain(ada.session())
        .doesNotContain(TestUser.PASSWORD);
  }
}
