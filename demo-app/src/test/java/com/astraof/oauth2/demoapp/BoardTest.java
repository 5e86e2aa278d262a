package com.astraof.oauth2.demoapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BoardTest extends DemoAppStory {
  private static final String DISCONNECTED = "Disconnected: Astral ended this app&#39;s access.";
  private static final String ACCESS_ENDED = "Astral ended this app&#39;s access. Sign in again.";

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
  void linked_accounts_are_asked_for_only_where_the_user_let_the_app() {
    astral.connections = "[{\"type\":\"stars\",\"name\":\"<Vega>\"}]";

    assertThat(browser.signIn().body()).contains("You did not let Corkboard see your linked");
    assertThat(astral.asked).doesNotContain("GET /api/v1/users/@me/connections");

    astral.allowed = "identify email guilds connections";
    assertThat(browser.signIn().body()).contains("<strong>&lt;Vega&gt;</strong> <span>on stars");
  }

  @Test
  void a_button_of_another_page_is_refused() {
    browser.signIn();

    var page = browser.post("/disconnect", "csrf=guessed");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(astral.asked).doesNotContain("POST /api/v1/oauth2/token/revoke");
  }
}
