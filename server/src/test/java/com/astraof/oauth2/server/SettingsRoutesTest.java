package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.http.Body;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Pictures;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Walks the settings: who gets in, which forms count, and what all pages have. */
final class SettingsRoutesTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private List<Route> routes(String method) {
    return server.astral().routes().all().stream()
        .filter(route -> route.method().equals(method))
        .filter(route -> route.pattern().startsWith("/settings"))
        .toList();
  }

  private List<String> pages() {
    return routes("GET").stream().map(SettingsRoutesTest::path).toList();
  }

  private static String path(Route route) {
    return route.pattern().replaceAll("\\{[a-z]+}", "1");
  }

  private Answer send(Route route, Answer page, Map<String, String> fields) {
    return route.largestBody() > Body.USUAL
        ? browser.upload(page, path(route), fields, "avatar", Pictures.png(8, 8))
        : browser.submit(page, path(route), fields);
  }

  @Test
  void a_stranger_signs_in_first_and_then_sees_the_page() {
    assertThat(pages()).isNotEmpty();
    for (String path : pages()) {
      String signIn = "/login?" + Wire.encode(Map.of("return_to", path));
      assertThat(browser.open(path).redirect().toString()).isEqualTo(signIn);
    }

    Answer page = browser.follow(browser.signIn(ada, "/settings"));

    assertThat(page.hasStatus(200).body()).contains("<h1>Account</h1>");
  }

  @Test
  @Attack("U-01")
  void a_form_without_the_sessions_own_token_changes_nothing() {
    var eve = new TestBrowser(server);
    eve.signIn(server.user("eve"), "/");
    browser.signIn(ada, "/");
    String foreign =
        TestBrowser.hiddenFields(eve.open("/settings/account")).getOrDefault("form_token", "");
    Answer page = browser.open("/settings/account");

    assertThat(routes("POST")).isNotEmpty();
    for (Route route : routes("POST")) {
      for (String token : List.of("", "x", foreign)) {
        send(route, page, Map.of("form_token", token)).hasStatus(403);
      }
    }

    assertThat(browser.open("/settings/account").body()).contains("value=\"ADA\"");
    assertThat(ada.get("/api/v1/users/@me").status()).isEqualTo(200);
  }

  @Test
  void a_form_of_somebody_who_is_not_signed_in_any_more_leads_to_signing_in() {
    browser.signIn(ada, "/");
    Answer page = browser.open("/settings/account");
    browser.submit(page, "/logout", Map.of("return_to", "/"));

    var sent = Map.of("display_name", "Countess");
    Answer answer = browser.submit(page, "/settings/account/profile", sent);

    assertThat(answer.redirect().toString()).isEqualTo("/login?return_to=%2Fsettings%2Faccount");
  }

  @Test
  @Attack("U-04")
  void no_page_of_the_settings_can_be_framed_or_kept() {
    browser.signIn(ada, "/");

    for (String path : pages()) {
      Answer answer = browser.open(path);
      if (answer.status() == 200) {
        answer.hasHeader("X-Frame-Options", "DENY").hasHeader("Cache-Control", "no-store");
        assertThat(answer.header("Content-Security-Policy").orElse(""))
            .contains("frame-ancestors 'none'");
      }
    }
  }

  @Test
  void chosen_colours_are_those_of_every_page_in_this_browser() {
    browser.signIn(ada, "/");

    Answer chosen =
        browser.submitOn(
            "/settings/account",
            "/settings/theme",
            Map.of("theme", "dark", "return_to", "/settings/sessions"));

    assertThat(chosen.redirect().toString()).isEqualTo("/settings/sessions");
    assertThat(chosen.header("Set-Cookie").orElse(""))
        .contains("astral_theme=dark", "; Max-Age=31536000", "; HttpOnly", "; SameSite=Lax");
    for (String path : List.of("/settings/sessions", "/")) {
      assertThat(browser.open(path).body()).contains("data-theme=\"dark\"");
    }
  }

  @Test
  @Attack("U-13")
  void choosing_colours_leads_only_to_our_own_pages_and_to_colours_that_there_are() {
    browser.signIn(ada, "/");
    var evil = Map.of("theme", "\"><script>", "return_to", "https://evil.example/");

    Answer answer = browser.submitOn("/settings/account", "/settings/theme", evil);

    assertThat(answer.redirect().toString()).isEqualTo("/");
    assertThat(browser.open("/").body()).contains("data-theme=\"system\"");
  }

  @Test
  void what_was_done_is_said_in_our_words_alone() {
    browser.signIn(ada, "/");

    assertThat(browser.open("/settings/account?done=username").body())
        .contains("Your username is saved.");
    assertThat(browser.open("/settings/account?done=You+won").hasStatus(200).body())
        .doesNotContain("You won");
  }
}
