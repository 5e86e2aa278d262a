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
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The authorization endpoint as a browser without scripts sees it. */
final class AuthorizeStoryTest {
  private static final String STATE = "a=b&c=%20 d\"'<é💫>/+==";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private String request(Map<String, String> other) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", app.id());
    parameters.put("redirect_uri", app.redirectUri());
    parameters.put("response_type", "code");
    parameters.put("scope", "identify guilds");
    parameters.put("state", STATE);
    parameters.putAll(other);
    parameters.values().removeIf(String::isEmpty);
    return "/oauth2/authorize?" + Wire.encode(parameters);
  }

  private Answer decide(Answer page, String decision) {
    return browser.submit(page, "/oauth2/authorize/decision", Map.of("decision", decision));
  }

  private void returnsWith(Answer answer, String error) {
    var parameters = answer.redirectParameters();
    assertThat(answer.header("Location").orElseThrow()).startsWith(app.redirectUri() + "?");
    assertThat(parameters.required("error")).as(answer.toString()).isEqualTo(error);
    assertThat(parameters.required("error_description")).isNotEmpty();
    assertThat(parameters.required("state")).isEqualTo(STATE);
    assertThat(parameters.required("iss")).isEqualTo(TestServer.ISSUER);
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2")
  @Rfc(value = 9207, section = "2")
  @Rfc(value = 6749, section = "3.1")
  @Attack("R-14")
  @Attack("R-16")
  void signing_in_and_saying_yes_leads_back_with_code_state_and_issuer() {
    Answer first = browser.open(request(Map.of()));
    assertThat(first.redirect().getPath()).isEqualTo("/login");
    Answer consent = browser.follow(browser.signIn(ada, request(Map.of()))).hasStatus(200);

    var parameters = decide(consent, "approve").redirectParameters();

    assertThat(parameters.required("state")).isEqualTo(STATE);
    assertThat(parameters.required("iss")).isEqualTo(TestServer.ISSUER);
    assertThat(app.exchange(parameters.required("code")).granted().scope())
        .isEqualTo("identify guilds");
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2.1")
  void saying_no_leads_back_with_access_denied() {
    Answer consent = browser.follow(browser.signIn(ada, request(Map.of())));

    returnsWith(decide(consent, "deny"), "access_denied");
  }

  @Test
  void what_was_approved_passes_through_and_anything_new_is_asked() {
    Answer consent = browser.follow(browser.signIn(ada, request(Map.of())));
    decide(consent, "approve");

    Answer again = browser.open(request(Map.of("scope", "identify")));
    assertThat(again.redirectParameters().optional("code")).isPresent();
    browser.open(request(Map.of("scope", "identify email"))).hasStatus(200);
    browser.open(request(Map.of("prompt", "consent"))).hasStatus(200);
  }

  @Test
  @Attack("U-16")
  @Attack("R-11")
  void prompt_none_never_shows_a_page() {
    var silent = request(Map.of("prompt", "none"));

    returnsWith(browser.open(silent), "login_required");
    Answer consent = browser.follow(browser.signIn(ada, request(Map.of())));
    returnsWith(browser.open(silent), "consent_required");
    decide(consent, "approve");

    assertThat(browser.open(silent).redirectParameters().optional("code")).isPresent();
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2.1")
  @Attack("R-01")
  @Attack("R-02")
  @Attack("R-03")
  @Attack("R-08")
  @Spec(value = "FAPI", section = "5.3.2.1")
  void an_address_that_is_not_registered_to_the_letter_is_an_error_page_and_no_redirect() {
    for (String evil :
        new String[] {
          "https://evil.example/callback",
          app.redirectUri() + "/",
          app.redirectUri() + "/../evil",
          app.redirectUri() + "?x=1",
          app.redirectUri() + "#fragment",
          app.redirectUri() + ".evil.example",
          app.redirectUri().replace("https", "http"),
          app.redirectUri().replace("app.example", "app.example:443"),
          app.redirectUri().replace("app.example", "APP.example"),
          app.redirectUri().replace("app.example", "app.example@evil.example"),
          app.redirectUri().replace("/callback", "%2fcallback"),
          "javascript:alert(1)",
          "\t" + app.redirectUri()
        }) {
      Answer answer = browser.open(request(Map.of("redirect_uri", evil)));

      answer.hasStatus(400);
      assertThat(answer.header("Location")).as(answer.toString()).isEmpty();
    }
  }

  @Test
  @Attack("A-10")
  void an_unknown_client_is_an_error_page_and_no_redirect() {
    for (String id : new String[] {"1", "0" + app.id(), "+1", "' or 1=1 --", "9".repeat(30), ""}) {
      Answer answer = browser.open(request(Map.of("client_id", id)));

      answer.hasStatus(400);
      assertThat(answer.header("Location")).as(answer.toString()).isEmpty();
    }
  }

  @Test
  @Rfc(value = 6749, section = "4.1.2.1")
  @Attack("R-15")
  @Attack("C-08")
  @Attack("R-11")
  void every_other_error_goes_back_to_the_app() {
    returnsWith(
        browser.open(request(Map.of("response_type", "token"))), "unsupported_response_type");
    returnsWith(browser.open(request(Map.of("response_type", ""))), "invalid_request");
    returnsWith(browser.open(request(Map.of("response_mode", "fragment"))), "invalid_request");
    returnsWith(browser.open(request(Map.of("scope", ""))), "invalid_scope");
    returnsWith(browser.open(request(Map.of("scope", "identify nonsense"))), "invalid_scope");
    returnsWith(browser.open(request(Map.of("prompt", "dance"))), "invalid_request");
    returnsWith(browser.open(request(Map.of("code_challenge", "x".repeat(43)))), "invalid_request");
    returnsWith(
        browser.open(
            request(Map.of("code_challenge", "x".repeat(43), "code_challenge_method", "plain"))),
        "invalid_request");
  }

  @Test
  @Rfc(value = 6749, section = "3.1")
  @Attack("R-09")
  void a_repeated_parameter_is_refused_and_no_copy_is_chosen() {
    returnsWith(browser.open(request(Map.of()) + "&scope=email"), "invalid_request");
    returnsWith(browser.open(request(Map.of()) + "&unknown=1&unknown=2"), "invalid_request");

    browser.open(request(Map.of()) + "&redirect_uri=https://evil.example").hasStatus(400);
    browser.open(request(Map.of()) + "&client_id=1").hasStatus(400);
  }

  @Test
  @Attack("R-16")
  void a_state_of_256_characters_is_echoed_and_a_longer_one_refused() {
    var longest = "%".repeat(256);
    var answer = browser.open(request(Map.of("state", longest, "prompt", "none")));
    assertThat(answer.redirectParameters().required("state")).isEqualTo(longest);

    var tooLong = browser.open(request(Map.of("state", longest + "%", "prompt", "none")));
    assertThat(tooLong.redirectParameters().required("error")).isEqualTo("invalid_request");
  }

  @Test
  @Attack("U-05")
  void a_consent_ticket_of_another_session_grants_nothing() {
    Answer consent = browser.follow(browser.signIn(ada, request(Map.of())));
    var stolen = TestBrowser.hiddenFields(consent).get("ticket");
    var mallory = new TestBrowser(server);
    Answer own = mallory.follow(mallory.signIn(server.user("mallory"), request(Map.of())));

    Answer answer =
        mallory.submit(
            own,
            "/oauth2/authorize/decision",
            Map.of("decision", "approve", "ticket", String.valueOf(stolen)));

    answer.hasStatus(403);
  }

  @Test
  @Attack("U-05")
  void nothing_in_the_form_but_the_ticket_decides_what_is_granted() {
    Answer consent = browser.follow(browser.signIn(ada, request(Map.of("scope", "identify"))));

    Answer answer =
        browser.submit(
            consent,
            "/oauth2/authorize/decision",
            Map.of(
                "decision", "approve",
                "scope", "identify email",
                "redirect_uri", "https://evil.example/"));

    var code = answer.redirectParameters().required("code");
    assertThat(app.exchange(code).granted().scope()).isEqualTo("identify");
  }

  @Test
  @Attack("U-06")
  void a_decision_after_the_session_ended_asks_to_sign_in_again() {
    Answer consent = browser.follow(browser.signIn(ada, request(Map.of())));
    browser.submit(consent, "/logout", Map.of("return_to", "/"));

    assertThat(decide(consent, "approve").redirect().getPath()).isEqualTo("/login");
  }

  @Test
  @Rfc(value = 6749, section = "10.12")
  @Attack("U-01")
  void a_decision_without_the_sessions_form_token_is_refused() {
    Answer consent = browser.follow(browser.signIn(ada, request(Map.of())));

    browser
        .submit(
            consent,
            "/oauth2/authorize/decision",
            Map.of("decision", "approve", "form_token", "forged"))
        .hasStatus(403);
  }

  @Test
  @Rfc(value = 6749, section = "10.13")
  @Rfc(value = 9700, section = "4.2.4")
  @Rfc(value = 9700, section = "4.16")
  @Attack("U-04")
  @Attack("R-13")
  @Attack("S-09")
  void pages_cannot_be_framed_cached_or_give_their_address_away() {
    Answer consent = browser.follow(browser.signIn(ada, request(Map.of())));

    for (Answer page : new Answer[] {consent, browser.open("/"), browser.open("/nowhere")}) {
      assertThat(page.header("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
      page.hasHeader("Cache-Control", "no-store")
          .hasHeader("Referrer-Policy", "no-referrer")
          .hasHeader("X-Content-Type-Options", "nosniff");
    }
  }

  @Test
  @Rfc(value = 8414, section = "3.3")
  @Attack("S-01")
  void nothing_the_server_says_of_itself_comes_from_a_header() {
    var forged = Map.of("X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "http");

    Answer answer = server.wire().get(request(Map.of("prompt", "none")), forged);

    assertThat(answer.redirectParameters().required("iss")).isEqualTo(TestServer.ISSUER);
    assertThat(server.wire().get("/.well-known/oauth-authorization-server", forged).body())
        .doesNotContain("evil");
  }
}
