package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An app wants to know that the user is there now: {@code max_age} and {@code prompt=login}. */
final class RecentSignInStoryTest {
  private static final String SESSION = "__Host-astral_session";
  private static final String DECISION = "/oauth2/authorize/decision";
  private static final String CONSENT = "/api/v1/oauth2/authorize/consent";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final TestBrowser browser = new TestBrowser(server);

  @BeforeEach
  void approve() {
    ada.approves(app, "identify");
    browser.signIn(ada, "/").hasStatus(303);
    later(1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void later(long seconds) {
    server.clock().advance(Duration.ofSeconds(seconds));
  }

  private String request(Map<String, String> other) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", app.id());
    parameters.put("redirect_uri", app.redirectUri());
    parameters.put("response_type", "code");
    parameters.put("scope", "identify");
    parameters.put("state", "of this request");
    parameters.putAll(other);
    return "/oauth2/authorize?" + Wire.encode(parameters);
  }

  private String request(String name, String value) {
    return request(Map.of(name, value));
  }

  /** The page that asks who is there. */
  private Answer asks(Answer answer) {
    assertThat(answer.redirect().getPath()).as(answer.toString()).isEqualTo("/login");
    Answer page = browser.follow(answer).hasStatus(200);
    assertThat(page.body()).contains("Confirm that it’s you");
    return page;
  }

  /** Gives the password on it; the address that leads on. */
  private String confirms(Answer page) {
    return confirmed(page).redirect().toString();
  }

  private Answer confirmed(Answer page) {
    var typed = Map.of("email", ada.email(), "password", TestUser.PASSWORD);
    return browser.submit(page, "/login", typed);
  }

  private long signedInAt(Answer answer) {
    var tokens = app.exchange(answer.redirectParameters().required("code")).granted();
    return app.introspect(tokens.access()).json().path("auth_time").asLong();
  }

  private static String error(Answer answer) {
    return answer.redirectParameters().required("error");
  }

  @Test
  @Rfc(value = 9470, section = "4")
  @Spec(value = "OIDC", section = "3.1.2.1")
  void a_sign_in_that_is_young_enough_passes_through() {
    long signedIn = server.clock().instant().getEpochSecond() - 1;
    later(299);

    Answer answer = browser.open(request("max_age", "300"));

    assertThat(signedInAt(answer)).isEqualTo(signedIn);
  }

  @Test
  @Rfc(value = 9470, section = "4")
  @Spec(value = "OIDC", section = "3.1.2.1")
  @Attack("U-09")
  void one_that_is_too_old_is_repeated_and_the_session_goes_on_under_a_new_token() {
    String before = browser.cookies().get(SESSION);
    later(300);
    Answer page = asks(browser.open(request("max_age", "300")));
    assertThat(page.body()).contains("value=\"" + ada.email() + "\"", "readonly", "to continue to");
    browser.submit(page, "/login", Map.of("email", ada.email(), "password", "x")).hasStatus(400);

    Answer answer = browser.open(confirms(page));

    assertThat(signedInAt(answer)).isEqualTo(server.clock().instant().getEpochSecond());
    assertThat(browser.cookies().get(SESSION)).isNotEqualTo(before);
    assertThat(ada.get("/api/v1/auth/sessions").json().size()).isEqualTo(2);
    browser.cookies().put(SESSION, before);
    assertThat(browser.open("/settings/account").redirect().getPath()).isEqualTo("/login");
  }

  @Test
  @Spec(value = "OIDC", section = "3.1.2.1")
  void prompt_login_and_an_age_of_0_ask_for_a_sign_in_each_time() {
    for (var wish : new String[][] {{"prompt", "login"}, {"max_age", "0"}}) {
      for (int i = 0; i < 2; i++) {
        Answer page = asks(browser.open(request(wish[0], wish[1])));
        later(5);

        Answer answer = browser.open(confirms(page));

        assertThat(signedInAt(answer)).isEqualTo(server.clock().instant().getEpochSecond());
      }
    }
  }

  @Test
  void whoever_is_not_signed_in_signs_in_once() {
    var fresh = new TestBrowser(server);

    Answer answer = fresh.follow(fresh.signIn(ada, request("prompt", "login")));

    assertThat(answer.redirectParameters().optional("code")).isPresent();
  }

  @Test
  @Attack("U-05")
  void a_sign_in_is_good_for_one_answer() {
    String address = confirms(asks(browser.open(request("prompt", "login"))));
    browser.open(address).redirectParameters().required("code");

    asks(browser.open(address));

    String again = confirms(asks(browser.open(address)));
    assertThat(again).isNotEqualTo(address);
    browser.open(again).redirectParameters().required("code");
  }

  @Test
  @Attack("U-05")
  void going_back_and_forth_asks_nobody_twice_and_answers_once() {
    Answer login = asks(browser.open(request("prompt", "login consent")));
    String address = confirms(login);
    Answer shown = browser.open(address).hasStatus(200);
    Answer reloaded = browser.open(address).hasStatus(200);
    assertThat(confirmed(login).hasStatus(403).body()).contains("open for too long");

    var yes = Map.of("decision", "approve");
    browser.submit(shown, DECISION, yes).redirectParameters().required("code");

    assertThat(error(browser.submit(reloaded, DECISION, yes))).isEqualTo("invalid_request");
    Answer back = browser.open(address).hasStatus(200);
    assertThat(error(browser.submit(back, DECISION, yes))).isEqualTo("invalid_request");
  }

  @Test
  @Attack("U-05")
  @Attack("U-13")
  void nothing_that_the_browser_makes_up_stands_for_a_sign_in() {
    String address = confirms(asks(browser.open(request("prompt", "login"))));
    String proof = address.substring(address.indexOf("signed_in=") + "signed_in=".length());
    String mutated = (proof.startsWith("A") ? "B" : "A") + proof.substring(1);

    for (String forged : new String[] {"1", "true", mutated, proof + "A", "%00", "a".repeat(500)}) {
      asks(browser.open(request("prompt", "login") + "&signed_in=" + forged));
    }
    var other = Map.of("prompt", "login", "state", "of another");
    asks(browser.open(request(other) + "&signed_in=" + proof));

    browser.open(address).redirectParameters().required("code");
  }

  @Test
  @Attack("U-05")
  @Attack("U-09")
  void nobody_elses_sign_in_counts_and_none_from_long_ago() {
    var request = request("prompt", "login");
    String address = confirms(asks(browser.open(request)));
    var phone = new TestBrowser(server);
    phone.signIn(ada, "/").hasStatus(303);

    assertThat(phone.open(address).redirect().getPath()).isEqualTo("/login");
    later(600);
    asks(browser.open(address));
  }

  @Test
  void somebody_else_may_sign_in_instead_and_is_the_one_who_is_asked() {
    var grace = server.user("grace");
    var request = request("prompt", "login");
    Answer page = asks(browser.open(request));

    Answer out = browser.follow(browser.submit(page, "/logout", Map.of())).hasStatus(200);
    assertThat(out.body()).contains("<h1>Sign in</h1>").doesNotContain(ada.email());
    var theirs = Map.of("email", grace.email(), "password", TestUser.PASSWORD);
    Answer consent = browser.follow(browser.submit(out, "/login", theirs)).hasStatus(200);

    Answer answer = browser.submit(consent, DECISION, Map.of("decision", "approve"));
    var tokens = app.exchange(answer.redirectParameters().required("code")).granted();
    assertThat(app.introspect(tokens.access()).text("sub")).isEqualTo(grace.id());
  }

  @Test
  @Attack("U-06")
  void a_decision_after_the_session_ended_begins_with_a_sign_in() {
    String address = confirms(asks(browser.open(request("prompt", "login consent"))));
    Answer shown = browser.open(address).hasStatus(200);
    browser.submit(shown, "/logout", Map.of("return_to", "/"));

    Answer answer = browser.submit(shown, DECISION, Map.of("decision", "approve"));

    assertThat(answer.redirect().getPath()).isEqualTo("/login");
    assertThat(browser.follow(answer).hasStatus(200).body()).contains("<h1>Sign in</h1>");
  }

  @Test
  @Spec(value = "OIDC", section = "3.1.2.6")
  @Attack("U-16")
  void without_a_page_the_app_is_told() {
    var silent = Map.of("prompt", "none", "max_age", "300");
    browser.open(request(silent)).redirectParameters().required("code");
    later(300);

    assertThat(error(browser.open(request(silent)))).isEqualTo("login_required");
    assertThat(error(browser.open(request(Map.of("prompt", "none", "max_age", "0")))))
        .isEqualTo("login_required");
  }

  @Test
  @Spec(value = "OIDC", section = "3.1.2.1")
  void what_is_no_age_and_what_does_not_go_together_is_refused() {
    for (String age : new String[] {"-1", "1.5", "x", "1e3", "99999999999", "+1", "٣"}) {
      assertThat(error(browser.open(request("max_age", age)))).isEqualTo("invalid_request");
    }
    for (String prompt : new String[] {"none login", "login none", "login  consent", "create"}) {
      assertThat(error(browser.open(request("prompt", prompt)))).isEqualTo("invalid_request");
    }
  }

  private String pushed(Map<String, String> other) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("client_id", app.id());
    fields.put("client_secret", app.secret());
    fields.put("redirect_uri", app.redirectUri());
    fields.put("response_type", "code");
    fields.put("scope", "identify");
    fields.putAll(other);
    var answer = server.wire().form("/api/v1/oauth2/par", fields, Map.of()).hasStatus(201);
    return answer.text("request_uri");
  }

  @Test
  @Rfc(value = 9126, section = "2.1")
  void a_pushed_request_asks_for_it_as_well() {
    String uri = pushed(Map.of("prompt", "login", "signed_in", "whatever"));
    var query = Wire.encode(Map.of("client_id", app.id(), "request_uri", uri));
    Answer page = asks(browser.open("/oauth2/authorize?" + query));
    later(5);
    String address = confirms(page);

    assertThat(signedInAt(browser.open(address)))
        .isEqualTo(server.clock().instant().getEpochSecond());

    assertThat(error(browser.open(address))).isEqualTo("invalid_request");
  }

  @Test
  @Spec(value = "OIDC", section = "3.1.2.1")
  void native_clients_are_told_to_sign_their_user_in_first() {
    later(300);
    var body = new LinkedHashMap<String, Object>();
    body.put("client_id", app.id());
    body.put("redirect_uri", app.redirectUri());
    body.put("scope", "identify");
    body.put("max_age", 300);
    ada.post(CONSENT, body).refusedWith("login_required");
    body.put("max_age", "301");
    ada.post(CONSENT, body).hasStatus(200);

    var request = Map.of("client_id", app.id(), "request_uri", pushed(Map.of("prompt", "login")));
    ada.post(CONSENT, request).refusedWith("login_required");
    later(1);
    var again = ada.signsInElsewhere(TestUser.PASSWORD, "Astral for Android");
    var query = URI.create(again.post(CONSENT, request).hasStatus(200).text("redirect_to"));
    assertThat(query.getRawQuery()).contains("code=");
  }
}
