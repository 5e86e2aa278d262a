package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A copy of one's data, an account that rests, and one that goes for good. */
final class LeavingStoryTest {
  private static final String ME = "/api/v1/users/@me";
  private static final String DATA = "/settings/data";
  private static final Map<String, String> PASSWORD = Map.of("password", TestUser.PASSWORD);

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer login(boolean reopen) {
    String body =
        "{\"email\": \"%s\", \"password\": \"%s\", \"reopen\": %s}"
            .formatted(ada.email(), TestUser.PASSWORD, reopen);
    return server.wire().json("/api/v1/auth/login", body, Map.of());
  }

  private void later(int days) {
    server.clock().advance(Duration.ofDays(days));
    server.astral().sweep();
  }

  @Test
  @Attack("U-12")
  void leaving_and_copying_ask_for_the_password() {
    for (String what : new String[] {"/disable", "/delete", "/data"}) {
      ada.post(ME + what, Map.of()).deniedWith(403, "SUDO_MODE_REQUIRED");
      ada.post(ME + what, Map.of("password", "not the password")).invalidOn("password");
    }
    ada.get(ME).hasStatus(200);
  }

  @Test
  void a_disabled_account_rests_until_its_owner_comes_back() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();

    ada.post(ME + "/disable", PASSWORD).hasStatus(204);

    ada.get(ME).hasStatus(401);
    app.get(ME, tokens.access()).hasStatus(401);
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    login(false).deniedWith(403, "ACCOUNT_DISABLED");
    later(400);
    login(false).deniedWith(403, "ACCOUNT_DISABLED");

    login(true).hasStatus(200);
    login(false).hasStatus(200);
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  void a_deleted_account_can_come_back_for_two_weeks_and_then_is_gone() {
    ada.post(ME + "/delete", PASSWORD).hasStatus(204);
    later(13);
    login(true).hasStatus(200);

    TestUser again = ada.signsInElsewhere(TestUser.PASSWORD, "");
    again.post(ME + "/delete", PASSWORD).hasStatus(204);
    later(14);

    login(true).hasStatus(400);
    server.user("grace").get("/api/v1/users/" + ada.id()).hasStatus(404);
  }

  @Test
  void the_applications_of_an_erased_account_end_with_it() {
    TestApp own = ada.registersApp("Gone Soon", "confidential", TestApp.REDIRECT_URI);
    TestUser grace = server.user("grace");
    var tokens = own.exchange(grace.approves(own, "identify")).granted();

    ada.post(ME + "/delete", PASSWORD).hasStatus(204);
    own.get(ME, tokens.access()).hasStatus(200);
    later(14);

    own.refresh(tokens.refresh()).refusedWith("invalid_client");
  }

  @Test
  void guilds_are_not_left_without_an_owner() {
    ada.foundsGuild("The Analytical Society");

    ada.post(ME + "/delete", PASSWORD).deniedWith(400, "USER_OWNS_GUILDS");

    ada.get(ME).hasStatus(200);
  }

  @Test
  void the_page_does_the_same() {
    var browser = new TestBrowser(server);
    browser.signIn(ada, "/");
    ada.foundsGuild("Society <of> Ada");

    Answer unconfirmed =
        browser.submitOn(DATA, DATA + "/delete", Map.of("sudo_password", TestUser.PASSWORD));
    assertThat(unconfirmed.hasStatus(400).body()).contains("Tick this to go on.");
    Answer owner =
        browser.submitOn(
            DATA, DATA + "/delete", Map.of("confirm", "true", "sudo_password", TestUser.PASSWORD));
    assertThat(owner.hasStatus(400).body()).contains("Society &lt;of&gt; Ada");

    browser.submitOn(DATA, DATA + "/disable", Map.of()).hasStatus(303);
    assertThat(browser.open("/").body()).contains("Sign in");
  }

  @Test
  void who_signs_in_on_the_page_is_asked_whether_to_come_back() {
    ada.post(ME + "/delete", PASSWORD).hasStatus(204);
    var browser = new TestBrowser(server);

    Answer asked = browser.signIn(ada, "/settings/account");
    assertThat(asked.hasStatus(200).body())
        .contains("This account is closed", "March 15, 2026", "Open my account again");
    assertThat(browser.open("/").body()).contains("Sign in");
    new TestBrowser(server).submit(asked, "/reopen", Map.of()).hasStatus(403);

    Answer back = browser.submit(asked, "/reopen", Map.of());
    assertThat(back.redirect().toString()).isEqualTo("/settings/account");
    assertThat(browser.open("/settings/activity").body()).contains("You came back to your account");
  }

  @Test
  void a_copy_holds_what_is_kept_and_no_secret() {
    app.exchange(ada.approves(app, "identify")).granted();
    var browser = new TestBrowser(server, "Firefox/130 Linux");
    browser.signIn(ada, "/");

    Answer copy =
        browser
            .submitOn(DATA, DATA + "/copy", Map.of("sudo_password", TestUser.PASSWORD))
            .hasStatus(200)
            .hasHeader("Cache-Control", "no-store");

    assertThat(copy.header("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename=\"astral-" + ada.id() + ".json\"");
    assertThat(copy.json().path("user").path("email").asString()).isEqualTo(ada.email());
    assertThat(copy.json().path("authorized_apps").size()).isEqualTo(1);
    assertThat(copy.json().path("sessions").size()).isEqualTo(2);
    assertThat(copy.json().path("security_activity").get(0).path("event").asString())
        .isEqualTo("data_taken");
    assertThat(copy.body()).doesNotContain("argon2", ada.session(), app.secret());
  }

  @Test
  void a_known_password_is_not_taken() {
    ada.patch(ME, Map.of("new_password", "password123", "password", TestUser.PASSWORD))
        .invalidOn("new_password");
  }
}
