package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where someone is signed in, and ending it, over the API (contract 4). */
final class SessionsApiStoryTest {
  private static final String ME = "/api/v1/users/@me";
  private static final String SESSIONS = "/api/v1/auth/sessions";
  private static final String LOGOUT = SESSIONS + "/logout";
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<String, ?> ending(List<String> ids) {
    return Map.of("session_id_hashes", ids, "password", TestUser.PASSWORD);
  }

  @Test
  void sessions_are_told_apart_by_their_device_the_latest_used_first() {
    server.clock().advance(Duration.ofHours(1));
    ada.signsInElsewhere(TestUser.PASSWORD, FIREFOX);

    var sessions = ada.get(SESSIONS).hasStatus(200).json();

    assertThat(sessions.size()).isEqualTo(2);
    assertThat(sessions.path(0).propertyNames())
        .containsExactly(
            "id", "approx_last_used_at", "client_os", "client_platform", "client_location");
    assertThat(sessions.path(0).path("client_platform").asString()).isEqualTo("Firefox");
    assertThat(sessions.path(0).path("client_os").asString()).isEqualTo("Linux");
    assertThat(sessions.path(0).path("id").asString()).matches("[A-Za-z0-9_-]{43}");
    assertThat(ada.get(SESSIONS).body()).doesNotContain(ada.session());
  }

  @Test
  @Attack("U-12")
  void ending_sessions_needs_the_password_and_ends_them_at_once() {
    var elsewhere = ada.signsInElsewhere(TestUser.PASSWORD, FIREFOX);
    var firefox = idOf("Firefox");

    var missing = ada.post(LOGOUT, Map.of("session_id_hashes", List.of(firefox)));
    missing.deniedWith(403, "SUDO_MODE_REQUIRED");
    assertThat(missing.json().path("has_mfa").isBoolean()).isTrue();
    for (String wrong : List.of("not the password", "short")) {
      ada.post(LOGOUT, Map.of("session_id_hashes", List.of(firefox), "password", wrong))
          .invalidOn("password");
    }
    elsewhere.get(ME).hasStatus(200);

    ada.post(LOGOUT, ending(List.of(firefox))).hasStatus(204);
    elsewhere.get(ME).deniedWith(401, "INVALID_AUTH_TOKEN");
    ada.get(ME).hasStatus(200);
    ada.post(LOGOUT, ending(List.of(firefox, "nonsense", "A".repeat(43)))).hasStatus(204);
  }

  private String idOf(String platform) {
    return ada.get(SESSIONS)
        .json()
        .valueStream()
        .filter(one -> one.path("client_platform").asString().equals(platform))
        .map(one -> one.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Attack("U-19")
  void nobody_ends_the_session_of_somebody_else() {
    var mallory = server.user("mallory");
    var victim = ada.get(SESSIONS).json().path(0).path("id").asString();

    mallory.post(LOGOUT, ending(List.of(victim))).hasStatus(204);

    ada.get(ME).hasStatus(200);
    assertThat(mallory.get(SESSIONS).body()).doesNotContain(victim);
  }

  @Test
  void a_hundred_at_a_time() {
    var ids = Collections.nCopies(101, "A".repeat(43));
    ada.post(LOGOUT, ending(ids)).invalidOn("session_id_hashes");
    ada.post(LOGOUT, Map.of("session_id_hashes", "x")).invalidOn("session_id_hashes");
    ada.post(LOGOUT, Map.of("session_id_hashes", List.of(1))).invalidOn("session_id_hashes.0");
  }

  @Test
  @Attack("U-08")
  void confirming_cannot_be_used_to_guess_the_password() {
    try (var limited = TestServer.withRateLimits()) {
      var grace = limited.user("grace");
      for (int i = 0; i < 5; i++) {
        grace.post(LOGOUT, Map.of("password", "wrong " + i)).invalidOn("password");
      }

      grace.post(LOGOUT, Map.of("password", TestUser.PASSWORD)).deniedWith(429, "RATE_LIMITED");

      limited.clock().advance(Duration.ofMinutes(16));
      grace.post(LOGOUT, Map.of("password", TestUser.PASSWORD)).hasStatus(204);
    }
  }
}
