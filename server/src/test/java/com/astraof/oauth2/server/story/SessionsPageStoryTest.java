package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /settings/sessions}: where someone is signed in, and how to end it. */
final class SessionsPageStoryTest {
  private static final String PAGE = "/settings/sessions";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestBrowser laptop =
      new TestBrowser(server, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
  private final TestBrowser phone =
      new TestBrowser(
          server,
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1");

  @BeforeEach
  void signIn() {
    laptop.signIn(ada, "/");
    phone.signIn(ada, "/");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The id of the session that a user got over the API when registering. */
  private static String sessionOf(TestUser user) {
    return user.get("/api/v1/auth/sessions").json().path(0).path("id").asString();
  }

  @Test
  void every_session_is_listed_in_words_and_ones_own_is_marked() {
    String page = laptop.open(PAGE).hasStatus(200).body();

    assertThat(page)
        .contains("Firefox on Linux", "Safari on iPhone", "Unknown device", "127.0.0.1");
    assertThat(page.split("This device", -1)).hasSize(2);
    assertThat(page).containsPattern("(?s)Firefox on Linux</bdi><span[^>]*>This device");
  }

  @Test
  void a_session_that_is_ended_is_over_at_once_and_the_others_go_on() {
    var end = Map.of("session", sessionOf(ada));

    Answer done = laptop.submitOn(PAGE, "/settings/sessions/end", end);

    assertThat(laptop.follow(done).body())
        .contains("That session has ended.")
        .doesNotContain("Unknown device");
    ada.get("/api/v1/users/@me").hasStatus(401);
    phone.open(PAGE).hasStatus(200);
  }

  @Test
  void all_others_end_at_once() {
    Answer done = laptop.submitOn(PAGE, "/settings/sessions/end-others", Map.of());

    assertThat(laptop.follow(done).body())
        .contains("All your other sessions have ended.")
        .doesNotContain("iPhone", "End all others");
    phone.open(PAGE).redirect();
    ada.get("/api/v1/users/@me").hasStatus(401);
  }

  @Test
  @Attack("U-19")
  void somebody_elses_session_goes_on_and_nothing_is_told_of_it() {
    TestUser grace = server.user("grace");
    var theirs = Map.of("session", sessionOf(grace));
    var unheardOf = Map.of("session", "A".repeat(43));

    Answer one = laptop.submitOn(PAGE, "/settings/sessions/end", theirs);
    Answer other = laptop.submitOn(PAGE, "/settings/sessions/end", unheardOf);
    laptop.submitOn(PAGE, "/settings/sessions/end", Map.of("session", "?")).redirect();

    assertThat(one.redirect()).isEqualTo(other.redirect());
    grace.get("/api/v1/users/@me").hasStatus(200);
  }
}
