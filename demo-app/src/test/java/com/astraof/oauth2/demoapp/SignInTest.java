package com.astraof.oauth2.demoapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class SignInTest extends DemoAppStory {
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
            "GET /oauth2/authorize</code> <span class=\"result\">browser",
            "GET /callback</code> <span class=\"result\">browser",
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
  void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    var first = browser.signIn();
    while (first.previousResponse().isPresent()) {
      first = first.previousResponse().get();
    }

    assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
        .endsWith("; Path=/; HttpOnly; SameSite=Lax");
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
