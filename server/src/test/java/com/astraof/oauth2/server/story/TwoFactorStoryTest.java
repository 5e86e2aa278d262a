package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.AuthenticatorApp;
import com.astraof.oauth2.server.testing.KeyFolder;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Authenticator apps and recovery codes over the API (contract 4). */
final class TwoFactorStoryTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ME = "/api/v1/users/@me";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  private static Answer send(TestServer to, String path, Map<String, ?> body) {
    return to.wire().json("/api/v1/auth" + path, JSON.writeValueAsString(body), Map.of());
  }

  private static Answer password(TestServer at, TestUser user) {
    return send(at, "/login", Map.of("email", user.email(), "password", TestUser.PASSWORD));
  }

  private static String ticket(TestServer at, TestUser user) {
    return password(at, user).hasStatus(200).text("ticket");
  }

  private static Answer code(TestServer at, String ticket, String code) {
    return send(at, "/login/mfa/totp", Map.of("ticket", ticket, "code", code));
  }

  private AuthenticatorApp app() {
    return AuthenticatorApp.enabledBy(ada, server.clock()).app();
  }

  @Test
  void with_an_app_the_password_opens_only_the_second_step() {
    var app = app();

    var first = password(server, ada).hasStatus(200).hasHeader("Cache-Control", "no-store");

    assertThat(first.json().propertyNames())
        .containsExactly("mfa", "ticket", "totp", "sms", "webauthn");
    assertThat(first.json().path("mfa").asBoolean()).isTrue();
    assertThat(first.json().path("totp").asBoolean()).isTrue();
    assertThat(first.json().path("sms").asBoolean()).isFalse();
    assertThat(first.json().path("webauthn").asBoolean()).isFalse();
    var second = code(server, first.text("ticket"), app.nextCode()).hasStatus(200);
    assertThat(second.text("user_id")).isEqualTo(ada.id());
    var session = Map.of("Authorization", second.text("token"));
    server.wire().get(ME, session).hasStatus(200);
  }

  @Test
  void user_objects_tell_of_it_and_bots_mirror_their_owner() {
    var stargazer = ada.registersApp("Stargazer", "confidential", "https://app.example/cb");
    app();

    for (String method : List.of("/api/v1/oauth2/applications/" + stargazer.id())) {
      var bot = ada.get(method).hasStatus(200).json().path("bot");
      assertThat(bot.path("mfa_enabled").asBoolean()).isTrue();
    }
    var me = ada.get(ME).hasStatus(200).json();
    assertThat(me.path("mfa_enabled").asBoolean()).isTrue();
    assertThat(me.path("authenticator_types").toString()).isEqualTo("[0]");
    var bot = server.wire().get(ME, Map.of("Authorization", "Bot " + stargazer.botToken()));
    assertThat(bot.hasStatus(200).json().path("authenticator_types").toString()).isEqualTo("[0]");
    String access = stargazer.accessOf(ada, "identify");
    var toApp = stargazer.get("/api/v1/oauth2/userinfo", access).hasStatus(200).json();
    assertThat(toApp.path("mfa_enabled").asBoolean()).isTrue();
  }

  @Test
  @Attack("U-09")
  @Rfc(value = 6238, section = "5.2")
  void a_code_is_good_once_and_one_step_late_or_early() {
    var app = app();
    server.clock().advance(Duration.ofMinutes(5));

    code(server, ticket(server, ada), app.code(-2)).invalidOn("code");
    code(server, ticket(server, ada), app.code(2)).invalidOn("code");
    code(server, ticket(server, ada), app.code(-1)).hasStatus(200);
    code(server, ticket(server, ada), app.code(-1)).invalidOn("code");
    code(server, ticket(server, ada), app.code(1)).hasStatus(200);
    code(server, ticket(server, ada), app.code(0)).invalidOn("code");
  }

  @Test
  @Attack("U-09")
  void of_many_who_use_a_code_at_once_one_gets_in() {
    var app = app();
    String code = app.nextCode();
    var tickets = Together.times(12, () -> ticket(server, ada)).iterator();

    var answers = Together.times(12, () -> code(server, next(tickets), code).status());

    assertThat(answers).containsOnlyOnce(200).contains(400);
  }

  private static synchronized String next(Iterator<String> tickets) {
    return tickets.next();
  }

  @Test
  @Attack("U-09")
  void a_recovery_code_is_good_once_however_it_is_typed() {
    var codes = AuthenticatorApp.enabledBy(ada, server.clock()).codes();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("([0-9a-hjkmnp-z]{4}-){3}[0-9a-hjkmnp-z]{4}"));
    String typed = codes.get(3).replace("-", " ").toUpperCase(Locale.ROOT);

    var answers = Together.times(8, () -> code(server, ticket(server, ada), typed).status());

    assertThat(answers).containsOnlyOnce(200).contains(400);
    code(server, ticket(server, ada), codes.get(4)).hasStatus(200);
    code(server, ticket(server, ada), codes.get(4)).invalidOn("code");
  }

  @Test
  void new_recovery_codes_end_the_old_ones() {
    var enabled = AuthenticatorApp.enabledBy(ada, server.clock());
    String path = ME + "/mfa/backup-codes";
    ada.post(path, Map.of("password", TestUser.PASSWORD)).deniedWith(403, "SUDO_MODE_REQUIRED");

    var made = ada.post(path, Map.of("mfa_method", "totp", "mfa_code", enabled.app().nextCode()));

    String fresh = made.hasStatus(200).json().path("backup_codes").path(0).path("code").asString();
    code(server, ticket(server, ada), enabled.codes().getFirst()).invalidOn("code");
    code(server, ticket(server, ada), fresh).hasStatus(200);
  }

  @Test
  @Attack("U-09")
  void a_ticket_is_good_once_for_five_minutes_and_for_the_password_that_it_came_with() {
    var app = app();
    String used = ticket(server, ada);
    code(server, used, app.nextCode()).hasStatus(200);
    String old = ticket(server, ada);
    String changed = ticket(server, ada);

    code(server, used, app.nextCode()).invalidOn("code");
    ada.patch(ME, Map.of("new_password", "a better horse battery", "mfa_code", app.nextCode()))
        .hasStatus(200);
    code(server, changed, app.nextCode()).invalidOn("code");
    server.clock().advance(Duration.ofMinutes(5));
    code(server, old, app.code()).invalidOn("code");
    code(server, "nonsense", app.code()).invalidOn("code");
  }

  @Test
  @Attack("U-09")
  void a_wrong_code_leaves_the_ticket_as_it_is() {
    var app = app();
    String ticket = ticket(server, ada);

    code(server, ticket, "000000").invalidOn("code");
    code(server, ticket, "not a code").invalidOn("code");

    code(server, ticket, app.nextCode()).hasStatus(200);
  }

  @Test
  @Attack("U-09")
  void guesses_are_counted_by_account_over_all_tickets_and_slowed() {
    try (var limited = TestServer.withRateLimits()) {
      var grace = limited.user("grace");
      var app = AuthenticatorApp.enabledBy(grace, limited.clock()).app();
      var statuses =
          Together.times(
              3,
              () -> {
                String ticket = ticket(limited, grace);
                return Together.times(5, () -> code(limited, ticket, "12345x").status());
              });

      assertThat(statuses.stream().flatMap(List::stream).filter(one -> one == 400)).hasSize(10);
      code(limited, ticket(limited, grace), app.code(1))
          .deniedWith(429, "RATE_LIMITED")
          .hasHeader("Retry-After", "90");
      limited.clock().advance(Duration.ofSeconds(90));
      code(limited, ticket(limited, grace), app.code()).hasStatus(200);
    }
  }

  @Test
  void the_secret_outlives_the_master_key() {
    var app = app();
    var folder = new KeyFolder(server.folder());

    server.restart(folder::rotated);
    server.restart(
        () -> {
          folder.delete(KeyFolder.PREVIOUS);
          return Settings.Keys.USUAL;
        });

    code(server, ticket(server, ada), app.nextCode()).hasStatus(200);
  }

  @Test
  void what_cannot_be_set_up_is_refused_at_its_field() {
    String path = ME + "/mfa/totp/enable";
    var app = new AuthenticatorApp(AuthenticatorApp.SECRET, server.clock());

    ada.post(path, Map.of("secret", "not base32!", "code", app.code())).invalidOn("secret");
    ada.post(path, Map.of("secret", "AAAA", "code", app.code())).invalidOn("secret");
    ada.post(path, Map.of("secret", app.secret(), "code", "000000")).invalidOn("code");
    ada.post(path, Map.of("secret", app.secret())).invalidOn("code");
    var unclaimed = TestUser.unclaimed(server);
    unclaimed
        .post(path, Map.of("secret", app.secret(), "code", app.code()))
        .deniedWith(400, "UNCLAIMED_ACCOUNT_RESTRICTED");
  }

  @Test
  void its_own_code_takes_the_app_away_again() {
    var app = app();
    String path = ME + "/mfa/totp/disable";

    ada.post(path, Map.of("code", "000000")).invalidOn("code");
    ada.post(path, Map.of("code", app.nextCode())).hasStatus(204);

    ada.post(path, Map.of("code", app.nextCode())).deniedWith(400, "TWO_FA_NOT_ENABLED");
    assertThat(password(server, ada).json().path("mfa").asBoolean()).isFalse();
    var methods = ada.get(ME + "/sudo/mfa-methods").hasStatus(200).json();
    assertThat(methods.path("totp").asBoolean()).isFalse();
    assertThat(methods.path("has_mfa").asBoolean()).isFalse();
  }
}
