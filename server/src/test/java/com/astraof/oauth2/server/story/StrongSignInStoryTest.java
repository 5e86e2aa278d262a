package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.AuthenticatorApp;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An app wants to know that it is the user: {@code acr_values}. */
final class StrongSignInStoryTest {
  private static final String PASSWORD = "urn:astral:password";
  private static final String TWO = "urn:astral:mfa";
  private static final String SECOND = "/login/second-step";
  private static final String DECISION = "/oauth2/authorize/decision";
  private static final String CONSENT = "/api/v1/oauth2/authorize/consent";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  /** Signed in by password, and the app approved. */
  private void signIn() {
    ada.approves(app, "identify");
    browser.signIn(ada, "/").hasStatus(303);
    server.clock().advance(Duration.ofSeconds(60));
  }

  private String request(String classes) {
    return request(Map.of("acr_values", classes));
  }

  private String request(Map<String, String> other) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", app.id());
    parameters.put("redirect_uri", app.redirectUri());
    parameters.put("response_type", "code");
    parameters.put("scope", "identify");
    parameters.putAll(other);
    return "/oauth2/authorize?" + Wire.encode(parameters);
  }

  private String strengthOf(Answer answer) {
    var tokens = app.exchange(answer.redirectParameters().required("code")).granted();
    return app.introspect(tokens.access()).text("acr");
  }

  private static String error(Answer answer) {
    return answer.redirectParameters().required("error");
  }

  @Test
  @Rfc(value = 9470, section = "4")
  @Rfc(value = 9470, section = "5")
  void who_has_a_second_factor_is_asked_for_that_alone() {
    signIn();
    long byPassword = server.clock().instant().getEpochSecond() - 60;
    var phone = AuthenticatorApp.enabledBy(ada, server.clock()).app();
    Answer page = browser.follow(browser.open(request(TWO))).hasStatus(200);
    assertThat(page.body()).contains("wants more than your password").doesNotContain("password\"");

    Answer wrong = browser.submit(page, SECOND, Map.of("code", "000000")).hasStatus(400);
    Answer on = browser.submit(wrong, SECOND, Map.of("code", phone.nextCode()));

    var code = browser.follow(on).redirectParameters().required("code");
    var said = app.introspect(app.exchange(code).granted().access()).json();
    assertThat(said.path("acr").asString()).isEqualTo(TWO);
    assertThat(said.path("auth_time").asLong()).as("no newer by that").isEqualTo(byPassword);
    assertThat(strengthOf(browser.open(request(TWO)))).as("and not again").isEqualTo(TWO);
  }

  @Test
  @Attack("U-05")
  @Attack("U-09")
  void a_second_factor_alone_is_no_new_sign_in() {
    signIn();
    var phone = AuthenticatorApp.enabledBy(ada, server.clock()).app();
    Answer page = browser.follow(browser.open(request(TWO))).hasStatus(200);
    String anew = request(Map.of("acr_values", TWO, "prompt", "login"));

    var elsewhere = Map.of("code", phone.nextCode(), "return_to", anew);
    Answer on = browser.submit(page, SECOND, elsewhere);

    assertThat(browser.follow(on).body()).contains("Confirm that it’s you", "name=\"password\"");
    assertThat(browser.submit(page, SECOND, elsewhere).status()).isEqualTo(403);
  }

  @Test
  @Rfc(value = 9470, section = "4")
  void too_old_and_too_weak_takes_the_whole_sign_in() {
    signIn();
    var phone = AuthenticatorApp.enabledBy(ada, server.clock()).app();
    var wish = Map.of("acr_values", TWO, "max_age", "30");
    Answer page = browser.follow(browser.open(request(wish))).hasStatus(200);
    assertThat(page.body()).contains("Confirm that it’s you");
    var typed = Map.of("email", ada.email(), "password", TestUser.PASSWORD);

    Answer second = browser.submit(page, "/login", typed).hasStatus(200);
    Answer on = browser.submit(second, SECOND, Map.of("code", phone.nextCode()));

    assertThat(strengthOf(browser.follow(on))).isEqualTo(TWO);
  }

  @Test
  @Rfc(value = 9470, section = "5")
  @Spec(value = "UAR", section = "1")
  void who_has_none_is_led_to_get_one_and_comes_back() {
    signIn();
    Answer page = browser.open(request(TWO)).hasStatus(200);
    assertThat(page.body()).contains("asks for a second factor", "href=\"/settings/security\"");

    var phone = AuthenticatorApp.enabledBy(ada, server.clock()).app();
    Answer back = browser.follow(browser.open(request(TWO))).hasStatus(200);
    Answer on = browser.submit(back, SECOND, Map.of("code", phone.nextCode()));

    assertThat(strengthOf(browser.follow(on))).isEqualTo(TWO);
  }

  @Test
  @Rfc(value = 9470, section = "5")
  @Spec(value = "UAR", section = "1")
  @Attack("U-05")
  void who_does_not_want_one_says_so_and_the_app_is_told() {
    signIn();
    Answer page = browser.open(request(TWO)).hasStatus(200);

    Answer forced = browser.submit(page, DECISION, Map.of("decision", "approve"));
    assertThat(forced.redirect().getPath()).isEqualTo("/login");

    Answer told = browser.submit(page, DECISION, Map.of("decision", "deny"));
    assertThat(error(told)).isEqualTo("unmet_authentication_requirements");
  }

  @Test
  @Rfc(value = 9470, section = "5")
  @Spec(value = "UAR", section = "1")
  @Spec(value = "OIDC", section = "3.1.2.6")
  void without_a_page_the_app_is_told_what_is_missing() {
    signIn();
    var silent = request(Map.of("acr_values", TWO, "prompt", "none"));
    assertThat(error(browser.open(silent))).isEqualTo("unmet_authentication_requirements");
    ada.post(CONSENT, consent()).refusedWith("unmet_authentication_requirements");

    AuthenticatorApp.enabledBy(ada, server.clock());

    assertThat(error(browser.open(silent))).isEqualTo("login_required");
    ada.post(CONSENT, consent()).refusedWith("login_required");
  }

  private Map<String, String> consent() {
    return Map.of(
        "client_id",
        app.id(),
        "redirect_uri",
        app.redirectUri(),
        "scope",
        "identify",
        "acr_values",
        TWO);
  }

  @Test
  @Rfc(value = 9470, section = "4")
  void the_first_that_the_account_can_reach_counts_and_what_nobody_knows_is_passed_over() {
    signIn();
    assertThat(strengthOf(browser.open(request("urn:x " + PASSWORD)))).isEqualTo(PASSWORD);
    assertThat(strengthOf(browser.open(request(TWO + " " + PASSWORD)))).isEqualTo(PASSWORD);

    AuthenticatorApp.enabledBy(ada, server.clock());

    assertThat(strengthOf(browser.open(request(PASSWORD + " " + TWO)))).isEqualTo(PASSWORD);
    assertThat(browser.open(request(TWO + " " + PASSWORD)).redirect().getPath())
        .isEqualTo("/login");
  }

  @Test
  @Rfc(value = 9470, section = "5")
  @Spec(value = "UAR", section = "1")
  void what_nobody_here_can_reach_is_refused_at_once() {
    assertThat(error(browser.open(request("urn:x phr"))))
        .isEqualTo("unmet_authentication_requirements");
  }

  @Test
  @Rfc(value = 9470, section = "7")
  void the_metadata_name_what_can_be_asked_for() {
    var metadata = server.wire().get("/.well-known/oauth-authorization-server", Map.of());

    assertThat(metadata.json().path("acr_values_supported").toString())
        .isEqualTo("[\"" + PASSWORD + "\",\"" + TWO + "\"]");
  }

  @Test
  void an_account_without_a_password_is_told_what_it_lacks() {
    var nobody = TestUser.unclaimed(server);
    browser.cookies().put("__Host-astral_session", nobody.session());

    Answer page = browser.open(request(Map.of("prompt", "login"))).hasStatus(200);

    assertThat(page.body()).contains("asks for a safer sign-in", "href=\"/settings/account\"");
  }
}
