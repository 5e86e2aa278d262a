package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Answer.Tokens;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing the password on {@code /settings/account}, and what ends with the old one. */
final class PasswordPageStoryTest {
  private static final String PAGE = "/settings/account";
  private static final String NEW = "a better horse battery";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestBrowser browser = new TestBrowser(server);

  @BeforeEach
  void signIn() {
    browser.signIn(ada, "/");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Answer changed(
      TestBrowser by, String current, String fresh, Map<String, String> other) {
    var fields = new HashMap<>(other);
    fields.put("current_password", current);
    fields.put("new_password", fresh);
    return by.submitOn(PAGE, "/settings/account/password", fields);
  }

  private Answer signedIn(String password) {
    var fields = Map.of("email", ada.email(), "password", password);
    return new TestBrowser(server).submitOn("/login", "/login", fields);
  }

  @Test
  @Attack("U-03")
  void a_new_password_ends_the_old_one_and_every_other_session() {
    var elsewhere = new TestBrowser(server);
    elsewhere.signIn(ada, "/");
    var copied = new TestBrowser(server);
    copied.cookies().putAll(browser.cookies());

    Answer done = changed(browser, TestUser.PASSWORD, NEW, Map.of());

    assertThat(browser.follow(done).hasStatus(200).body()).contains("Your password is changed");
    elsewhere.open(PAGE).redirect();
    copied.open(PAGE).redirect();
    ada.get("/api/v1/users/@me").hasStatus(401);
    signedIn(TestUser.PASSWORD).hasStatus(400);
    signedIn(NEW).redirect();
  }

  @Test
  void apps_keep_their_access_unless_it_is_to_end_as_well() {
    TestApp app = server.app();
    Tokens tokens = app.exchange(ada.approves(app, "identify")).granted();
    String unused = ada.approves(app, "identify");

    changed(browser, TestUser.PASSWORD, NEW, Map.of()).redirect();
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
    server.clock().advance(Duration.ofSeconds(1));
    changed(browser, NEW, TestUser.PASSWORD, Map.of("end_app_access", "true")).redirect();

    app.get("/api/v1/users/@me", tokens.access()).hasStatus(401);
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    app.exchange(unused).refusedWith("invalid_grant");
    assertThat(browser.open("/settings/authorized-apps").body())
        .contains("No app can use your account");
  }

  @Test
  @Attack("U-12")
  void the_current_password_is_asked_for_whatever_was_confirmed_before() {
    var rename = Map.of("username", "ada", "sudo_password", TestUser.PASSWORD);
    browser.submitOn(PAGE, "/settings/account/username", rename).redirect();

    Answer missing = changed(browser, "", NEW, Map.of()).hasStatus(403);
    Answer wrong = changed(browser, "not her password", NEW, Map.of()).hasStatus(400);

    assertThat(missing.body()).contains("id=\"current_password-problem\"");
    assertThat(wrong.body()).contains("This is not your password.");
    ada.get("/api/v1/users/@me").hasStatus(200);
  }

  @Test
  void a_weak_password_is_refused_at_its_field() {
    Answer again = changed(browser, TestUser.PASSWORD, "short", Map.of()).hasStatus(400);

    assertThat(again.body()).contains("id=\"new_password-problem\"").doesNotContain("short\"");
    signedIn(TestUser.PASSWORD).redirect();
  }

  @Test
  @Attack("U-08")
  void guessing_is_slowed_on_all_forms_together() {
    try (var limited = TestServer.withRateLimits()) {
      var guesser = new TestBrowser(limited);
      guesser.signIn(limited.user("grace"), "/");
      for (int i = 0; i < 5; i++) {
        changed(guesser, "a guess at it", NEW, Map.of()).hasStatus(400);
      }

      var slowed = changed(guesser, TestUser.PASSWORD, NEW, Map.of()).hasStatus(429);
      slowed.hasHeader("Retry-After", "180");
      var rename = Map.of("username", "countess", "sudo_password", TestUser.PASSWORD);
      guesser
          .submitOn(PAGE, "/settings/account/username", rename)
          .hasStatus(429)
          .hasHeader("Retry-After", "180");

      limited.clock().advance(Duration.ofMinutes(15));
      changed(guesser, TestUser.PASSWORD, NEW, Map.of()).redirect();
    }
  }
}
