package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people change about themselves on {@code /settings/account}. */
final class AccountPageStoryTest {
  private static final String PAGE = "/settings/account";
  private static final String USERNAME = "/settings/account/username";

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

  private Answer renamed(TestBrowser by, String username, String digits, String password) {
    var fields = new HashMap<>(Map.of("username", username, "discriminator", digits));
    fields.put("sudo_password", password);
    return by.submitOn(PAGE, USERNAME, fields);
  }

  @Test
  void a_profile_is_saved_and_seen_by_everyone() {
    var profile =
        Map.of(
            "display_name", " Ada Lovelace ", "pronouns", "she/her", "bio", "Poet\r\nof numbers");

    Answer saved = browser.submitOn(PAGE, "/settings/account/profile", profile);

    assertThat(saved.redirect().toString()).isEqualTo("/settings/account?done=profile");
    assertThat(browser.follow(saved).body())
        .contains("Your profile is saved.", "value=\"Ada Lovelace\"", "value=\"she/her\"")
        .contains("Poet\nof numbers</textarea>");
    assertThat(ada.get("/api/v1/users/@me").text("global_name")).isEqualTo("Ada Lovelace");
  }

  @Test
  void what_is_left_empty_is_no_more() {
    browser.submitOn(PAGE, "/settings/account/profile", Map.of("bio", "Poet"));
    browser.submitOn(PAGE, "/settings/account/profile", Map.of());

    var me = ada.get("/api/v1/users/@me").json();
    assertThat(me.path("global_name").isNull()).isTrue();
    assertThat(me.path("bio").isNull()).isTrue();
    assertThat(browser.open("/").body()).contains("ada#");
  }

  @Test
  void what_is_wrong_with_a_profile_is_told_at_its_field_and_nothing_typed_is_lost() {
    var wrong =
        Map.of("display_name", "a".repeat(33), "pronouns", "they", "bio", "x".repeat(1_025));

    Answer again = browser.submitOn(PAGE, "/settings/account/profile", wrong).hasStatus(400);

    assertThat(again.body())
        .contains("id=\"display_name-problem\"", "id=\"bio-problem\"", "value=\"they\"")
        .doesNotContain("id=\"pronouns-problem\"");
    assertThat(ada.get("/api/v1/users/@me").text("global_name")).isEqualTo("ADA");
  }

  @Test
  @Attack("U-12")
  void a_username_is_changed_only_by_who_knows_the_password() {
    Answer asked = renamed(browser, "countess", "0042", "").hasStatus(403);
    Answer wrong = renamed(browser, "countess", "0042", "not her password").hasStatus(400);

    assertThat(asked.body()).contains("Enter your password to go on.", "value=\"countess\"");
    assertThat(wrong.body()).contains("This is not your password.");
    assertThat(ada.get("/api/v1/users/@me").text("username")).isEqualTo("ada");

    Answer saved = renamed(browser, "countess", "0042", TestUser.PASSWORD);

    assertThat(browser.follow(saved).body()).contains("Your username is saved.", "countess#0042");
  }

  @Test
  @Attack("U-12")
  void a_password_counts_for_five_minutes_in_its_own_session_and_in_no_other() {
    var elsewhere = new TestBrowser(server);
    elsewhere.signIn(ada, "/");

    renamed(browser, "one", "1", TestUser.PASSWORD).redirect();

    assertThat(browser.open(PAGE).body()).doesNotContain("sudo_password");
    renamed(browser, "two", "2", "").redirect();
    renamed(elsewhere, "three", "3", "").hasStatus(403);
    server.clock().advance(Duration.ofMinutes(5));
    assertThat(browser.open(PAGE).body()).contains("sudo_password");
    renamed(browser, "four", "4", "").hasStatus(403);
  }

  @Test
  void a_tag_that_somebody_has_is_told_to_be_taken() {
    String taken = server.user("grace").get("/api/v1/users/@me").text("discriminator");

    Answer again = renamed(browser, "Grace", taken, TestUser.PASSWORD).hasStatus(400);

    assertThat(again.body())
        .contains("Somebody has this username with this number.", "value=\"Grace\"")
        .doesNotContain("sudo_password");
    renamed(browser, "Grace", "", "").redirect();
  }

  @Test
  void what_cannot_be_a_tag_is_told_at_its_field() {
    Answer again = renamed(browser, "ada!", "12345", TestUser.PASSWORD).hasStatus(400);

    assertThat(again.body())
        .contains("id=\"username-problem\"", "id=\"discriminator-problem\"", "value=\"12345\"");
  }
}
