package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.AuthenticatorApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The second step on the sign-in page, and what forms of the settings ask for then. */
final class SecondFactorPageStoryTest {
  private static final String SECOND = "/login/second-step";
  private static final String ACCOUNT = "/settings/account";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private AuthenticatorApp app() {
    return AuthenticatorApp.enabledBy(ada, server.clock()).app();
  }

  private Answer secondStep(TestBrowser by, String returnTo) {
    return by.signIn(ada, returnTo).hasStatus(200);
  }

  @Test
  @Attack("U-03")
  void the_way_back_and_a_new_session_come_only_after_the_second_step() {
    var app = app();
    Answer page = secondStep(browser, "/settings/sessions");
    assertThat(browser.cookies()).doesNotContainKey("__Host-astral_session");

    Answer wrong = browser.submit(page, SECOND, Map.of("code", "000000")).hasStatus(400);
    Answer in = browser.submit(wrong, SECOND, Map.of("code", app.nextCode()));

    assertThat(in.redirect().toString()).isEqualTo("/settings/sessions");
    browser.open("/settings/sessions").hasStatus(200);
  }

  @Test
  @Attack("U-09")
  void a_ticket_is_good_in_the_browser_that_it_was_given_to() {
    var app = app();
    Answer page = secondStep(browser, "/");
    var other = new TestBrowser(server);
    Answer login = other.open("/login");
    var stolen = TestBrowser.hiddenFields(page);
    stolen.put("form_token", TestBrowser.hiddenFields(login).get("form_token"));
    stolen.put("code", app.nextCode());

    other.submit(login, SECOND, stolen).hasStatus(403);
    browser.submit(page, SECOND, Map.of("code", app.code())).redirect();
  }

  @Test
  void a_page_that_was_open_too_long_leads_back_to_the_beginning() {
    var app = app();
    Answer page = secondStep(browser, "/settings/sessions");
    server.clock().advance(Duration.ofMinutes(5));

    Answer again = browser.submit(page, SECOND, Map.of("code", app.code())).hasStatus(403);

    assertThat(again.body()).contains("open for too long", "/settings/sessions");
    assertThat(browser.open(SECOND).redirect().toString()).isEqualTo("/login");
  }

  @Test
  @Attack("U-12")
  void forms_ask_for_a_code_in_place_of_the_password() {
    var app = app();
    browser.submit(secondStep(browser, "/"), SECOND, Map.of("code", app.nextCode())).redirect();
    var rename = Map.of("username", "countess", "sudo_password", TestUser.PASSWORD);

    browser.submitOn(ACCOUNT, ACCOUNT + "/username", rename).hasStatus(403);
    browser
        .submitOn(ACCOUNT, ACCOUNT + "/username", Map.of("username", "countess", "sudo_code", "1"))
        .hasStatus(400);
    browser
        .submitOn(
            ACCOUNT,
            ACCOUNT + "/username",
            Map.of("username", "countess", "sudo_code", app.nextCode()))
        .redirect();
  }

  @Test
  @Attack("U-12")
  void a_new_password_needs_the_old_one_and_a_code() {
    var app = app();
    browser.submit(secondStep(browser, "/"), SECOND, Map.of("code", app.nextCode())).redirect();
    var passwords =
        Map.of("current_password", TestUser.PASSWORD, "new_password", "a better horse battery");

    browser.submitOn(ACCOUNT, ACCOUNT + "/password", passwords).hasStatus(403);
    ada.get("/api/v1/users/@me").hasStatus(200);
    var all = new HashMap<>(passwords);
    all.put("sudo_code", app.nextCode());
    browser.submitOn(ACCOUNT, ACCOUNT + "/password", all).redirect();
  }

  @Test
  @Attack("U-12")
  void what_the_password_confirmed_counts_no_more_once_there_is_a_second_factor() {
    browser.signIn(ada, "/");
    var rename = Map.of("username", "ada", "sudo_password", TestUser.PASSWORD);
    browser.submitOn(ACCOUNT, ACCOUNT + "/username", rename).redirect();

    app();

    browser.submitOn(ACCOUNT, ACCOUNT + "/username", Map.of("username", "countess")).hasStatus(403);
  }

  @Test
  void the_pages_say_what_passkeys_need_where_there_are_no_scripts() {
    browser.signIn(ada, "/");

    Answer login = new TestBrowser(server).open("/login").hasStatus(200);

    assertThat(login.body()).contains("<noscript>", "Passkeys need JavaScript");
    assertThat(browser.open("/settings/security").hasStatus(200).body())
        .contains("Two-factor authentication is off");
  }
}
