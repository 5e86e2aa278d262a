package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /settings/activity}: what happened to an account, told to its owner. */
final class ActivityPageStoryTest {
  private static final String PAGE = "/settings/activity";
  private static final Pattern OLDER = Pattern.compile("href=\"(/settings/activity\\?before=\\d+)");

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void what_happened_is_told_newest_first() {
    TestApp app = server.app();
    app.exchange(ada.approves(app, "identify")).granted();
    var wrong = Map.of("email", ada.email(), "password", "not her password");
    browser.submitOn("/login", "/login", wrong).hasStatus(400);
    browser.signIn(ada, "/");

    String page = browser.open(PAGE).hasStatus(200).body();

    assertThat(page)
        .containsSubsequence(
            "You signed in",
            "Someone tried to sign in with a wrong password",
            "You allowed <bdi>Stargazer</bdi> to use your account",
            "You created your account");
  }

  @Test
  @Attack("U-19")
  void an_app_that_gave_its_access_back_is_named_but_not_where_its_server_is() {
    TestApp app = server.app();
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    browser.signIn(ada, "/");
    String before = browser.open(PAGE).body();

    app.revoke(tokens.refresh()).hasStatus(200);

    String page = browser.open(PAGE).body();
    assertThat(page).contains("<bdi>Stargazer</bdi> gave its access back");
    assertThat(count(page, "127.0.0.1")).isEqualTo(count(before, "127.0.0.1"));
  }

  @Test
  void older_entries_are_a_link_away_and_none_comes_twice() {
    browser.signIn(ada, "/");
    for (int i = 0; i < 40; i++) {
      browser.submitOn("/settings/account", "/settings/account/profile", Map.of()).redirect();
    }

    String first = browser.open(PAGE).body();
    Matcher older = OLDER.matcher(first);
    assertThat(older.find()).isTrue();
    String second = browser.open(older.group(1)).body();

    assertThat(count(first, "<li class=\"row\">")).isEqualTo(30);
    assertThat(count(first + second, "You changed your profile")).isEqualTo(40);
    assertThat(second).contains("You created your account", "Newest").doesNotContain("Older");
  }

  @Test
  void a_place_that_is_none_shows_the_newest() {
    browser.signIn(ada, "/");

    for (String nonsense : new String[] {"", "x", "-1", "9".repeat(30)}) {
      assertThat(browser.open(PAGE + "?before=" + nonsense).hasStatus(200).body())
          .contains("You signed in");
    }
  }

  @Test
  @Attack("U-19")
  void nobody_reads_what_happened_to_somebody_else() {
    var eve = new TestBrowser(server);
    eve.signIn(server.user("eve"), "/");
    TestApp app = server.app();
    ada.approves(app, "identify");

    assertThat(eve.open(PAGE + "?before=" + "9".repeat(18)).body()).doesNotContain("Stargazer");
  }
}
