package com.astraof.oauth2.demoapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DemoAppTest {
  private static final String DISCONNECTED = "Disconnected: Astral ended this app&#39;s access.";
  private static final String ACCESS_ENDED = "Astral ended this app&#39;s access. Sign in again.";

  private FakeAstral astral;
  private DemoApp app;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    astral = new FakeAstral();
    app = DemoApp.start(0, astral.registration());
    browser = new Browser(app.address());
  }

  @AfterEach
  void stop() {
    browser.close();
    app.close();
    astral.close();
  }

  @Test
  void a_stranger_sees_one_button_and_nothing_is_asked_of_astral() {
    var page = browser.open("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .containsOnlyOnce("id=\"signin\"")
        .doesNotContain("id=\"notice\"", "<form");
    assertThat(astral.asked).isEmpty();
  }

  @Test
  void a_sign_in_shows_the_profile_the_guilds_and_what_the_token_says() {
    var page = browser.signIn();

    assertThat(page.uri()).isEqualTo(app.address().resolve("/"));
    assertThat(page.body())
        .contains("id=\"profile-name\">Ada Lovelace<", "ada#0042", "ada@example.com", "verified")
        .contains("Stargazers", "owner", "Tea &amp; Biscuits")
        .contains("&quot;sub&quot;: &quot;7001&quot;", "identify email guilds")
        .contains("You are signed in with Astral.");
  }

  @Test
  void the_page_lists_the_requests_of_the_sign_in() {
    var page = browser.signIn();

    assertThat(page.body())
        .containsSubsequence(
            "GET /.well-known/oauth-authorization-server</code> <span class=\"result\">200",
            "GET /oauth2/authorize</code> <span class=\"result\">your browser",
            "GET /callback</code> <span class=\"result\">your browser",
            "POST /api/v1/oauth2/token</code> <span class=\"result\">200",
            "GET /api/v1/users/@me</code> <span class=\"result\">200",
            "GET /api/v1/users/@me/guilds</code> <span class=\"result\">200");
  }

  @Test
  void neither_tokens_nor_code_nor_secret_reach_the_browser() {
    var page = browser.signIn();

    assertThat(page.body())
        .doesNotContain("refresh-1", "eyJ", "the-code", FakeAstral.CLIENT_SECRET);
  }

  @Test
  void a_sign_in_ends_the_session_id_that_was_there_before() {
    browser.signIn();
    var before = sessionId();

    browser.signIn();

    assertThat(sessionId()).isNotEqualTo(before);
  }

  @Test
  void an_answer_with_another_state_is_refused() {
    astral.tamper = answer -> answer.replaceFirst("state=[^&]+", "state=forged");

    assertRefused(browser.signIn());
  }

  @Test
  void an_answer_of_another_issuer_is_refused() {
    astral.tamper = answer -> answer.replaceFirst("iss=.*", "iss=https://evil.example");

    assertRefused(browser.signIn());
  }

  @Test
  void an_answer_without_the_promised_issuer_is_refused() {
    astral.tamper = answer -> answer.replaceFirst("&iss=.*", "");

    assertRefused(browser.signIn());
  }

  @Test
  void an_answer_with_two_codes_is_refused() {
    astral.tamper = answer -> answer + "&code=another";

    assertRefused(browser.signIn());
  }

  @Test
  void an_answer_to_nobodys_sign_in_is_refused() {
    assertRefused(browser.open("/callback?code=the-code&state=any"));
  }

  @Test
  void a_forged_answer_does_not_spoil_the_sign_in_under_way() {
    astral.tamper = answer -> answer.replaceFirst("state=", "state=x");
    var refused = browser.signIn();

    var mended = refused.uri().toString().replaceFirst("state=x", "state=");
    var page = browser.open(mended);

    assertThat(page.body()).contains("Ada Lovelace");
  }

  @Test
  void an_answer_is_taken_once() {
    astral.tamper = answer -> answer.replaceFirst("state=", "state=x");
    var callback = browser.signIn().uri().toString().replaceFirst("state=x", "state=");
    browser.open(callback);

    assertThat(browser.open(callback).statusCode()).isEqualTo(400);
  }

  @Test
  void a_user_who_says_no_is_met_kindly() {
    astral.userSaysNo = true;

    var page = browser.signIn();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("You said no, that&#39;s fine", "Try again");
    assertThat(astral.asked).doesNotContain("POST /api/v1/oauth2/token");
  }

  @Test
  void any_other_error_is_shown_escaped() {
    astral.userSaysNo = true;
    astral.tamper =
        answer ->
            answer.replaceFirst("access_denied", "invalid_scope").replaceFirst("=No", "=%3Cb%3E");

    var page = browser.signIn();

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("invalid_scope", "&lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void a_code_that_the_server_refuses_shows_its_words() {
    astral.tamper = answer -> answer.replaceFirst("the-code", "stale-code");

    var page = browser.signIn();

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("invalid_grant", "Sign in again.");
  }

  @Test
  void a_refresh_brings_new_tokens() {
    var page = browser.press("refresh", browser.signIn());

    assertThat(page.body())
        .contains("Astral issued a new access token and a new refresh token.")
        .contains("&quot;generation&quot;: 2")
        .contains("Exchange the refresh token for new tokens")
        .doesNotContain("/callback");
  }

  @Test
  void a_refused_refresh_signs_out() {
    var signedIn = browser.signIn();
    astral.refreshable = false;

    var page = browser.press("refresh", signedIn);

    assertThat(page.body()).contains(ACCESS_ENDED, "id=\"signin\"");
  }

  @Test
  void checking_calls_the_api_again() {
    var signedIn = browser.signIn();
    astral.asked.clear();

    var page = browser.press("check", signedIn);

    assertThat(page.body()).contains("The API was called again");
    assertThat(astral.asked)
        .containsExactly("GET /api/v1/users/@me", "GET /api/v1/users/@me/guilds");
  }

  @Test
  void disconnecting_revokes_the_refresh_token_and_forgets_everything() {
    var page = browser.press("disconnect", browser.signIn());

    assertThat(page.body()).contains(DISCONNECTED, "id=\"signin\"").doesNotContain("Ada");
    assertThat(astral.asked).contains("POST /api/v1/oauth2/token/revoke");
    assertThat(browser.open("/").body()).doesNotContain("Ada", DISCONNECTED);
  }

  @Test
  void a_spent_access_token_is_renewed_without_a_word() {
    browser.signIn();
    astral.expireAccessTokens();

    var page = browser.open("/");

    assertThat(page.body()).contains("Ada Lovelace", "&quot;generation&quot;: 2");
  }

  @Test
  void an_access_that_astral_ended_leads_back_to_signing_in() {
    browser.signIn();
    astral.expireAccessTokens();
    astral.refreshable = false;

    var page = browser.open("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(ACCESS_ENDED, "id=\"signin\"").doesNotContain("Ada");
  }

  @Test
  void an_error_of_the_api_is_told_in_its_words() {
    browser.signIn();
    astral.apiStatus = 500;

    var page = browser.open("/");

    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.body())
        .contains("Astral answered 500: The stars are out")
        .doesNotContain("Exception");
  }

  @Test
  void a_hostile_guild_name_stays_text() {
    astral.guilds = "[{\"id\":\"1\",\"name\":\"<script>alert('x')</script>\\\" onload=\\\"y\"}]";

    var page = browser.signIn();

    assertThat(page.body())
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;y")
        .doesNotContain("<script");
  }

  @Test
  void an_answer_that_is_not_a_list_of_guilds_spoils_only_the_board() {
    astral.guilds = "[7]";

    assertThat(browser.signIn().body()).contains("Ada Lovelace", "this app cannot read the answer");
  }

  @Test
  void no_guilds_say_what_to_do() {
    astral.guilds = "[]";

    assertThat(browser.signIn().body()).contains("You are in no guild yet.");
  }

  @Test
  void a_button_of_another_page_is_refused() {
    browser.signIn();

    var page = browser.post("/disconnect", "csrf=guessed");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(astral.asked).doesNotContain("POST /api/v1/oauth2/token/revoke");
  }

  @Test
  void a_server_that_is_down_gets_a_page_of_its_own() {
    var signedIn = browser.signIn();
    astral.close();

    for (var page :
        new HttpResponse<?>[] {browser.open("/"), browser.press("disconnect", signedIn)}) {
      assertThat(page.statusCode()).isEqualTo(502);
      assertThat(page.body().toString()).contains("Astral can&#39;t be reached");
    }
  }

  @Test
  void a_server_under_another_name_is_not_used() throws IOException {
    var mistaken =
        new DemoApp.Registration(
            URI.create(astral.issuer().toString().replace("localhost", "127.0.0.1")),
            "1",
            "secret");

    try (var other = DemoApp.start(0, mistaken);
        var visitor = new Browser(other.address())) {
      assertThat(visitor.signIn().body()).contains("The server calls itself " + astral.issuer());
    }
    assertThat(astral.asked).doesNotContain("GET /oauth2/authorize");
  }

  @Test
  void an_unknown_page_and_a_wrong_method_say_so() {
    assertThat(browser.open("/nowhere").statusCode()).isEqualTo(404);
    assertThat(browser.open("/refresh").statusCode()).isEqualTo(405);
    assertThat(browser.post("/", "").headers().firstValue("Allow")).contains("GET");
  }

  @Test
  void every_answer_is_guarded() {
    for (var path : new String[] {"/", "/style.css", "/icon.svg", "/nowhere"}) {
      var headers = browser.open(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    browser.signIn();

    var cookie = browser.cookies.getCookieStore().getCookies().getFirst();

    assertThat(cookie.isHttpOnly()).isTrue();
  }

  private void assertRefused(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("This answer was not used");
    assertThat(astral.asked).doesNotContain("POST /api/v1/oauth2/token");
  }

  private String sessionId() {
    return browser.cookies.getCookieStore().getCookies().getFirst().getValue();
  }
}
