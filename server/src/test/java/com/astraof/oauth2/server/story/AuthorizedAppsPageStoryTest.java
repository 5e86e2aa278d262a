package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Answer.Tokens;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /settings/authorized-apps}: what was allowed, and how to take it back. */
final class AuthorizedAppsPageStoryTest {
  private static final String PAGE = "/settings/authorized-apps";
  private static final String REMOVE = "/settings/authorized-apps/remove";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final TestBrowser browser = new TestBrowser(server);

  @BeforeEach
  void signIn() {
    browser.signIn(ada, "/");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_app_is_listed_once_with_all_that_it_may_do() {
    assertThat(browser.open(PAGE).body()).contains("No app can use your account");
    ada.approves(app, "identify");
    Tokens tokens = app.exchange(ada.approves(app, "identify guilds")).granted();

    String before = browser.open(PAGE).body();
    server.clock().advance(Duration.ofMinutes(2));
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
    String after = browser.open(PAGE).body();

    assertThat(before.split("<bdi>Stargazer</bdi></h2>", -1)).hasSize(2);
    assertThat(before)
        .contains("See your username and avatar", "See which guilds you’re in", "Not used yet");
    assertThat(after).contains("Last used");
  }

  @Test
  void what_is_removed_is_void_at_once() {
    Tokens tokens = app.exchange(ada.approves(app, "identify")).granted();
    String unused = ada.approves(app, "identify");

    Answer done = browser.submitOn(PAGE, REMOVE, Map.of("application", app.id()));

    app.get("/api/v1/users/@me", tokens.access()).hasStatus(401);
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    app.exchange(unused).refusedWith("invalid_grant");
    assertThat(browser.follow(done).body())
        .contains("The app can’t use your account any more.", "No app can use your account");
  }

  @Test
  @Attack("U-19")
  void what_others_allowed_stays_as_it_is() {
    Tokens theirs = app.exchange(server.user("grace").approves(app, "identify")).granted();

    Answer allowedByOthers = browser.submitOn(PAGE, REMOVE, Map.of("application", app.id()));
    Answer unheardOf = browser.submitOn(PAGE, REMOVE, Map.of("application", "1"));
    browser.submitOn(PAGE, REMOVE, Map.of("application", "?")).redirect();

    assertThat(allowedByOthers.redirect()).isEqualTo(unheardOf.redirect());
    app.get("/api/v1/users/@me", theirs.access()).hasStatus(200);
    app.refresh(theirs.refresh()).granted();
  }

  @Test
  void a_removed_app_asks_again() {
    ada.approves(app, "identify");
    var request =
        Map.of(
            "response_type",
            "code",
            "scope",
            "identify",
            "client_id",
            app.id(),
            "redirect_uri",
            app.redirectUri());

    browser.submitOn(PAGE, REMOVE, Map.of("application", app.id())).redirect();

    assertThat(browser.open("/oauth2/authorize?" + Wire.encode(request)).hasStatus(200).body())
        .contains("<bdi>Stargazer</bdi> wants access", "It will be able to")
        .contains("you can take this back at any time in your settings");
  }
}
