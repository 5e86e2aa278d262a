package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.Developer.shown;
import static com.astraof.oauth2.server.testing.Developer.showsNone;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Create Application, as the documentation tells it. */
final class NewApplicationPageStoryTest {
  private static final String LIST = "/settings/applications";
  private static final String NEW = LIST + "/new";

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

  private Answer create(Map<String, String> fields) {
    return browser.submit(browser.open(NEW).hasStatus(200), NEW, fields);
  }

  @Test
  void an_app_is_registered_and_a_token_in_hand() {
    assertThat(browser.open(LIST).body()).contains("No applications yet", "href=\"" + NEW + "\"");

    Answer created =
        create(
                Map.of(
                    "name", " Midnight <Radio> ",
                    "redirect_uris", "\r\n" + TestApp.REDIRECT_URI + " \r\nhttp://localhost/cb",
                    "client_type", "confidential"))
            .hasStatus(200)
            .hasHeader("Cache-Control", "no-store");

    var app =
        new TestApp(
            server,
            shown(created, "client_id"),
            shown(created, "client_secret"),
            TestApp.REDIRECT_URI);
    app.exchange(server.user("bob").approves(app, "identify")).granted();
    String bot = "Bot " + shown(created, "bot_token");
    server.wire().get("/api/v1/users/@me", Map.of("Authorization", bot)).hasStatus(200);
    assertThat(browser.open(LIST).body())
        .contains("Midnight &lt;Radio&gt;", app.id())
        .doesNotContain(app.secret());
    assertThat(browser.open(LIST + "/" + app.id() + "/oauth2").body())
        .contains(TestApp.REDIRECT_URI, "http://localhost/cb")
        .doesNotContain(app.secret());
  }

  @Test
  void a_public_client_gets_no_secret() {
    Answer created = create(Map.of("name", "Pocket Radio", "client_type", "public")).hasStatus(200);

    showsNone(created, "client_secret");
    assertThat(created.body()).contains("A public client has no client secret.");
    assertThat(browser.open(LIST).body()).contains("Public client");
  }

  @Test
  void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    Answer again =
        create(
                Map.of(
                    "name", "",
                    "redirect_uris", "https://app.example\nhttp://app.example",
                    "client_type", "public"))
            .hasStatus(400);

    assertThat(again.body())
        .contains("A name has 1 to 100 characters.")
        .contains("http://app.example: Plain http is only for localhost")
        .contains("https://app.example\nhttp://app.example</textarea>")
        .contains("value=\"public\" checked");
    create(Map.of("name", "Radio", "client_type", "secret")).hasStatus(400);
    assertThat(browser.open(LIST).body()).contains("No applications yet");
  }

  @Test
  @Attack("U-01")
  void nothing_is_created_without_the_pages_own_token() {
    var fields = Map.of("name", "Radio", "client_type", "public", "form_token", "guessed");
    create(fields).hasStatus(403);

    Answer stranger = new TestBrowser(server).open(NEW);

    assertThat(stranger.redirect().toString())
        .isEqualTo("/login?return_to=%2Fsettings%2Fapplications%2Fnew");
    assertThat(browser.open(LIST).body()).contains("No applications yet");
  }

  @Test
  void ten_are_enough_for_an_hour() {
    try (var limited = TestServer.withRateLimits()) {
      var busy = new TestBrowser(limited);
      busy.signIn(limited.user("ada"), "/");
      Answer page = busy.open(NEW);
      var fields = Map.of("name", "Radio", "client_type", "public");
      for (int i = 0; i < 10; i++) {
        busy.submit(page, NEW, fields).hasStatus(200);
      }

      Answer slowed = busy.submit(page, NEW, fields).hasStatus(429);

      assertThat(slowed.body()).contains("That was a little too often");
    }
  }
}
