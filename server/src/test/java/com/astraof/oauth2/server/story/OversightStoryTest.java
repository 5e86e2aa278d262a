package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.application.Overseer;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Developer;
import com.astraof.oauth2.server.testing.OtherNode;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator decides about an app, beside the running server. */
final class OversightStoryTest {
  private static final String ME = "/api/v1/users/@me";
  private static final String APPLICATIONS = "/api/v1/oauth2/applications";

  private final TestServer server = TestServer.start();
  private final OtherNode command = new OtherNode(server);
  private final TestUser owner = server.user("owner");
  private final TestUser ada = server.user("ada");
  private final TestApp app = owner.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);

  @AfterEach
  void stop() {
    command.close();
    server.close();
  }

  private void decide(Decision decision) {
    var outcome =
        decision.take(command.overseer(), ApplicationId.parse(app.id()).orElseThrow(), now());
    assertThat(outcome).isInstanceOf(Overseer.Outcome.Decided.class);
    server.astral().followEndings();
  }

  private Instant now() {
    return server.clock().instant();
  }

  private void disable() {
    decide((overseer, id, at) -> overseer.disable(id, "It <asked> for passwords.", at));
  }

  private void enable() {
    decide(Overseer::enable);
    server.clock().advance(Duration.ofSeconds(2));
  }

  private String authorize() {
    return "/oauth2/authorize?"
        + Wire.encode(
            Map.of(
                "response_type",
                "code",
                "scope",
                "identify",
                "client_id",
                app.id(),
                "redirect_uri",
                app.redirectUri()));
  }

  private TestBrowser browser(TestUser user) {
    var browser = new TestBrowser(server);
    browser.signIn(user, "/");
    return browser;
  }

  @Test
  @Rfc(value = 6749, section = "5.2")
  void all_that_a_disabled_app_holds_has_ended() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    String code = ada.approves(app, "identify");
    String device = app.startsOnDevice("identify").hasStatus(200).text("device_code");

    disable();

    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("unauthorized_client");
    app.exchange(code).refusedWith("unauthorized_client");
    app.poll(device).refusedWith("unauthorized_client");
    app.introspect(tokens.access()).refusedWith("unauthorized_client");
    app.bot().get(ME).hasStatus(401);
    new TestApp(server, app.id(), "wrong", app.redirectUri())
        .refresh(tokens.refresh())
        .refusedWith("invalid_client");
  }

  @Test
  void people_are_told_in_plain_words_and_led_nowhere() {
    disable();

    Answer page = browser(ada).open(authorize()).hasStatus(400);

    assertThat(page.body()).contains("This app is switched off", "can’t use your account");
    assertThat(page.header("Location")).isEmpty();
    ada.post(
            "/api/v1/oauth2/authorize/consent",
            Map.of(
                "client_id",
                app.id(),
                "redirect_uri",
                app.redirectUri(),
                "response_type",
                "code",
                "scope",
                "identify"))
        .hasStatus(400);
  }

  @Test
  void nothing_that_ended_comes_back_and_everything_can_begin_anew() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    String code = ada.approves(app, "identify");
    String device = app.startsOnDevice("identify").hasStatus(200).text("device_code");
    disable();

    enable();

    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    app.exchange(code).refusedWith("invalid_grant");
    app.poll(device).refusedWith("expired_token");
    assertThat(app.introspect(tokens.refresh()).json().path("active").asBoolean()).isFalse();
    app.bot().get(ME).hasStatus(401);
    app.get(ME, app.accessOf(ada, "identify")).hasStatus(200);

    server.restart();

    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  void it_stays_disabled_over_a_restart() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    disable();

    server.restart();

    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("unauthorized_client");
  }

  @Test
  void its_users_find_it_marked_and_may_still_take_back_what_they_allowed() {
    app.exchange(ada.approves(app, "identify")).granted();
    disable();

    var browser = browser(ada);
    Answer listed = browser.open("/settings/authorized-apps").hasStatus(200);
    Answer removed =
        browser.submit(listed, "/settings/authorized-apps/remove", Map.of("application", app.id()));

    assertThat(listed.body()).contains("Stargazer", "Disabled", "switched this app off");
    assertThat(browser.follow(removed).body()).contains("No app can use your account");
  }

  @Test
  void its_owner_reads_why_and_changes_nothing_but_may_delete_it() {
    disable();
    var developer = Developer.of(server, owner, app);

    assertThat(developer.open("/oauth2").hasStatus(200).body())
        .contains("We switched this application off", "It &lt;asked");
    developer.confirm("/secrets/reset", Map.of()).hasStatus(403);
    developer
        .send("/redirect-uris/add", Map.of("redirect_uri", "https://b.example/"))
        .hasStatus(403);
    String path = APPLICATIONS + "/" + app.id();
    owner.patch(path, Map.of("name", "Another")).invalidOn("root");
    owner.post(path + "/bot/reset-token", Map.of("password", TestUser.PASSWORD)).invalidOn("root");
    assertThat(owner.get(path).json().path("disabled").path("reason").asString())
        .isEqualTo("It <asked> for passwords.");
    assertThat(developer.browser().open("/settings/activity").body())
        .contains("We disabled your application");
    owner.delete(path, Map.of("password", TestUser.PASSWORD)).hasStatus(204);
  }

  @Test
  void a_verified_app_is_known_by_its_mark() {
    assertThat(browser(ada).open(authorize()).body()).doesNotContain("Verified by Astral");

    decide(Overseer::verify);

    assertThat(browser(ada).open(authorize()).body()).contains("Verified by Astral");
    String published = APPLICATIONS + "/" + app.id() + "/public";
    assertThat(ada.get(published).json().path("verified").asBoolean()).isTrue();
    decide(Overseer::unverify);
    assertThat(browser(ada).open(authorize()).body()).doesNotContain("Verified by Astral");
  }

  @Test
  @Attack("U-15")
  void nobody_else_is_called_like_a_verified_app_and_who_was_is_marked() {
    var mallory = server.user("mallory");
    var older = mallory.registersApp("Star Gazer", "confidential", TestApp.REDIRECT_URI);
    decide(Overseer::verify);

    for (String name : new String[] {"5targazer", "Ｓtargazer Support", "STARGAZER 2"}) {
      register(mallory, name).invalidOn("name");
      mallory.patch(APPLICATIONS + "/" + older.id(), Map.of("name", name)).invalidOn("name");
    }
    register(owner, "Stargazer Beta").hasStatus(200);
    register(owner, "Stargazer 2").hasStatus(200);
    mallory.patch(APPLICATIONS + "/" + older.id(), Map.of("description", "Mine")).hasStatus(200);
    String asking = authorize().replace(app.id(), older.id());
    assertThat(browser(ada).open(asking).body()).contains("could be mistaken for another");
    assertThat(browser(ada).open(authorize()).body()).doesNotContain("could be mistaken");
  }

  @Test
  @Attack("U-15")
  void no_app_passes_for_astral() {
    for (String name : new String[] {"Astra1", "Аstral", "Astral Support", "Official Stars"}) {
      register(owner, name).invalidOn("name");
      owner.patch(APPLICATIONS + "/" + app.id(), Map.of("name", name)).invalidOn("name");
    }
    var browser = browser(owner);
    Answer page =
        browser.submitOn(
            "/settings/applications/new",
            "/settings/applications/new",
            Map.of("name", "A s t r a l", "client_type", "public"));

    assertThat(page.hasStatus(400).body()).contains("as if the app came from Astral itself");
  }

  private static Answer register(TestUser user, String name) {
    var body = Map.of("name", name, "redirect_uris", new String[] {TestApp.REDIRECT_URI});
    return user.post(APPLICATIONS, body);
  }

  @Test
  void what_another_node_ended_is_learned_from_the_feed() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    app.get(ME, tokens.access()).hasStatus(200);
    try (var other = new OtherNode(server)) {
      other
          .overseer()
          .disable(ApplicationId.parse(app.id()).orElseThrow(), null, now().minusSeconds(20));
    }

    server.astral().followEndings();

    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
  }

  /** One of the operator's. */
  @FunctionalInterface
  private interface Decision {
    Overseer.Outcome take(Overseer overseer, ApplicationId id, Instant at);
  }
}
