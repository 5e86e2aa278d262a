package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.AuthenticatorApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sudo mode of an account with a second factor, over the API (contract 4). */
final class SudoStoryTest {
  private static final String LOGOUT = "/api/v1/auth/sessions/logout";
  private static final String HEADER = "X-Sudo-Mode-Token";
  private static final Map<String, ?> NOTHING = Map.of("session_id_hashes", List.of());

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestUser elsewhere = ada.signsInElsewhere(TestUser.PASSWORD, "Firefox/1");
  private final AuthenticatorApp app = AuthenticatorApp.enabledBy(ada, server.clock()).app();

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<String, ?> with(String code) {
    return Map.of("session_id_hashes", List.of(), "mfa_method", "totp", "mfa_code", code);
  }

  private Answer remembered(TestUser user, String header, String value) {
    return server
        .wire()
        .json(
            LOGOUT,
            "{\"session_id_hashes\":[]}",
            Map.of("Authorization", user.session(), header, value));
  }

  @Test
  @Attack("U-12")
  void the_password_alone_is_not_enough() {
    var password = Map.of("session_id_hashes", List.of(), "password", TestUser.PASSWORD);

    var refused = ada.post(LOGOUT, password).deniedWith(403, "SUDO_MODE_REQUIRED");

    assertThat(refused.json().path("has_mfa").asBoolean()).isTrue();
    ada.post(LOGOUT, with("000000")).invalidOn("mfa_code");
    ada.post(LOGOUT, with("1".repeat(33))).invalidOn("mfa_code");
    ada.post(LOGOUT, Map.of("mfa_method", "sms", "mfa_code", "1")).invalidOn("mfa_method");
    ada.post(LOGOUT, with(app.nextCode())).hasStatus(204);
  }

  @Test
  void an_accepted_code_is_remembered_for_five_minutes_by_header_or_cookie() {
    var confirmed = ada.post(LOGOUT, with(app.nextCode())).hasStatus(204);
    String token = confirmed.header(HEADER).orElseThrow();
    String cookie = confirmed.header("Set-Cookie").orElseThrow();

    assertThat(cookie)
        .startsWith("__Host-astral_sudo=" + token)
        .contains("HttpOnly", "Secure", "Max-Age=300");
    remembered(ada, HEADER, token).hasStatus(204);
    remembered(ada, "Cookie", "__Host-astral_sudo=" + token).hasStatus(204);
    server.clock().advance(Duration.ofMinutes(5));
    remembered(ada, HEADER, token).deniedWith(403, "SUDO_MODE_REQUIRED");
  }

  @Test
  @Attack("U-12")
  void what_one_session_confirmed_counts_in_no_other() {
    String token = ada.post(LOGOUT, with(app.nextCode())).header(HEADER).orElseThrow();

    remembered(elsewhere, HEADER, token).deniedWith(403, "SUDO_MODE_REQUIRED");
    remembered(elsewhere, "Cookie", "__Host-astral_sudo=" + token)
        .deniedWith(403, "SUDO_MODE_REQUIRED");
    remembered(ada, HEADER, token + "A").deniedWith(403, "SUDO_MODE_REQUIRED");
    remembered(ada, HEADER, token).hasStatus(204);
  }

  @Test
  void without_a_second_factor_nothing_is_remembered() {
    var grace = server.user("grace");
    var password = Map.of("session_id_hashes", List.of(), "password", TestUser.PASSWORD);

    var done = grace.post(LOGOUT, password).hasStatus(204);

    assertThat(done.header(HEADER)).isEmpty();
    grace.post(LOGOUT, NOTHING).deniedWith(403, "SUDO_MODE_REQUIRED");
  }
}
