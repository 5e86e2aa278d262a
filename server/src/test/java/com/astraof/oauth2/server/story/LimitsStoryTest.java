package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.application.Overseer;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Rate;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.OtherNode;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rate limits as they are felt: what they say, whom they hit and whom they leave alone. */
final class LimitsStoryTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final String REVOKE = "/api/v1/oauth2/token/revoke";
  private static final String ME = "/api/v1/users/@me";

  private static TestServer limiting(Limit limit, int requests) {
    return TestServer.with(new Rates(true, Map.of(limit, new Rate(requests, MINUTE))));
  }

  private static Answer revokes(TestServer server, TestApp app, String secret, String from) {
    var fields = Map.of("client_id", app.id(), "client_secret", secret, "token", "x");
    return server.wire().form(REVOKE, fields, Map.of("X-Forwarded-For", from));
  }

  private static Answer refusal(Answer answer, int limit) {
    answer.hasStatus(429);
    answer.hasHeader("X-RateLimit-Limit", "" + limit).hasHeader("X-RateLimit-Remaining", "0");
    assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 60);
    assertThat(answer.header("X-RateLimit-Reset").orElseThrow()).matches("[0-9]{10}");
    assertThat(answer.headers("X-RateLimit-Limit")).hasSize(1);
    return answer;
  }

  @Test
  void a_client_that_calls_too_often_is_told_in_the_protocols_shape_and_no_other_is_slowed() {
    try (var server = limiting(Limit.CLIENT, 2)) {
      var busy = server.app();
      var other = server.app();
      for (int i = 0; i < 2; i++) {
        busy.revoke("x").hasStatus(200).hasHeader("X-RateLimit-Remaining", "" + (1 - i));
      }

      var refused = refusal(busy.revoke("x"), 2).hasHeader("X-RateLimit-Global", "false");
      assertThat(refused.text("error")).isEqualTo("temporarily_unavailable");
      assertThat(refused.text("error_description")).isNotEmpty();

      other.revoke("x").hasStatus(200);
      server.clock().advance(MINUTE);
      busy.revoke("x").hasStatus(200);
    }
  }

  @Test
  void an_app_that_the_operator_lets_send_more_is_not_slowed_and_others_are() {
    try (var server = limiting(Limit.CLIENT, 2);
        var command = new OtherNode(server)) {
      var busy = server.app();
      var other = server.app();
      busy.revoke("x").hasHeader("X-RateLimit-Limit", "2");
      var id = ApplicationId.parse(busy.id()).orElseThrow();

      assertThat(command.overseer().limit(id, 3, server.clock().instant()))
          .isInstanceOf(Overseer.Outcome.Decided.class);
      server.astral().followEndings();

      for (int i = 0; i < 6; i++) {
        busy.revoke("x").hasStatus(200).hasHeader("X-RateLimit-Remaining", "" + (5 - i));
      }
      refusal(busy.revoke("x"), 6);
      other.revoke("x").hasStatus(200).hasHeader("X-RateLimit-Limit", "2");
    }
  }

  @Test
  @Attack("A-05")
  void what_anyone_can_send_in_a_public_apps_name_does_not_keep_its_users_out() {
    try (var server = limiting(Limit.CLIENT, 2)) {
      var app = server.publicApp("http://127.0.0.1/cb");
      var body = Map.of("client_id", app.id(), "token", "x");
      for (int i = 0; i < 2; i++) {
        server.wire().form(REVOKE, body, Map.of("X-Forwarded-For", "192.0.2.1")).hasStatus(200);
      }

      refusal(server.wire().form(REVOKE, body, Map.of("X-Forwarded-For", "192.0.2.1")), 2);
      server.wire().form(REVOKE, body, Map.of("X-Forwarded-For", "192.0.2.2")).hasStatus(200);
    }
  }

  @Test
  @Rfc(value = 6749, section = "2.3.1")
  @Attack("A-05")
  void guessing_a_secret_is_stopped_where_it_comes_from_and_the_client_goes_on_elsewhere() {
    try (var server = limiting(Limit.CLIENT_FAILURES, 5)) {
      var app = server.app();
      var neighbour = server.app();
      for (int i = 0; i < 5; i++) {
        revokes(server, app, "guess " + i, "192.0.2.1").refusedWith("invalid_client");
      }

      refusal(revokes(server, app, "another guess", "192.0.2.1"), 5);
      refusal(revokes(server, app, app.secret(), "192.0.2.1"), 5);
      revokes(server, app, app.secret(), "192.0.2.2").hasStatus(200);
      revokes(server, neighbour, neighbour.secret(), "192.0.2.1").hasStatus(200);
      server.clock().advance(MINUTE);
      revokes(server, app, app.secret(), "192.0.2.1").hasStatus(200);
    }
  }

  @Test
  @Attack("A-05")
  void guessing_for_one_client_after_another_is_stopped_as_well() {
    try (var server = limiting(Limit.CLIENT_FAILURES, 5)) {
      for (int i = 0; i < 5; i++) {
        revokes(server, server.app(), "guess", "192.0.2.1").refusedWith("invalid_client");
      }

      refusal(revokes(server, server.app(), "guess", "192.0.2.1"), 5);
    }
  }

  @Test
  void a_page_says_it_to_people_with_the_same_headers() {
    try (var server = limiting(Limit.AUTHORIZE, 1)) {
      server.wire().get("/login").hasStatus(200);

      assertThat(refusal(server.wire().get("/login"), 1).body()).contains("<h1");
    }
  }

  @Test
  void all_that_a_user_does_has_one_limit_together_and_others_have_their_own() {
    try (var server = limiting(Limit.GLOBAL, 4)) {
      var ada = server.user("ada");
      var grace = server.user("grace");
      for (int i = 0; i < 2; i++) {
        ada.get(ME).hasStatus(200);
        ada.get("/api/v1/users/@me/guilds").hasStatus(200);
      }

      var refused = refusal(ada.get("/api/v1/users/" + grace.id()), 4);
      refused.deniedWith(429, "RATE_LIMITED").hasHeader("X-RateLimit-Global", "true");
      assertThat(refused.json().path("global").asBoolean()).isTrue();
      assertThat(refused.json().path("retry_after").asDouble()).isPositive();
      grace.get(ME).hasStatus(200);
    }
  }

  @Test
  void strangers_have_it_by_address_and_of_ipv6_by_network() {
    try (var server = limiting(Limit.GLOBAL, 2)) {
      for (int i = 0; i < 2; i++) {
        from(server, "2001:db8:1:2::" + i).hasStatus(200);
      }

      refusal(from(server, "2001:db8:1:2:ffff::1"), 2).hasHeader("X-RateLimit-Global", "true");
      from(server, "2001:db8:1:3::1").hasStatus(200);
      from(server, "192.0.2.1").hasStatus(200);
    }
  }

  private static Answer from(TestServer server, String address) {
    return server.wire().get("/login", Map.of("X-Forwarded-For", address));
  }
}
