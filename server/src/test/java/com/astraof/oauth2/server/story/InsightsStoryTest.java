package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Developer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An owner finds out alone why requests were refused. */
final class InsightsStoryTest {
  private static final String VERIFIER = "v".repeat(43);

  private final TestServer server = TestServer.start();
  private final TestUser owner = server.user("owner");
  private final TestUser ada = server.user("ada");
  private final TestApp app = owner.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode insights() {
    server.astral().writeInsights();
    return owner.get(path()).hasStatus(200).json();
  }

  private String path() {
    return "/api/v1/oauth2/applications/" + app.id() + "/insights";
  }

  /** Of the newest. */
  private String why() {
    return insights().path("refusals").path(0).path("explanation").asString();
  }

  private List<JsonNode> refusals() {
    return insights().path("refusals").valueStream().toList();
  }

  private JsonNode today() {
    JsonNode days = insights().path("days");
    assertThat(days.size()).isEqualTo(30);
    return days.path(29);
  }

  @Test
  void a_code_that_is_sent_twice_is_told_with_time_and_place() {
    String code = ada.approves(app, "identify");
    app.exchange(code).granted();
    server.clock().advance(Duration.ofSeconds(3));
    app.exchange(code).refusedWith("invalid_grant");

    assertThat(why()).startsWith("The code was used 3 seconds earlier, from the same address");
    assertThat(insights().toString()).doesNotContain(code, app.secret(), "127.0.0.1");
  }

  @Test
  void a_refresh_token_that_is_too_old_is_told_by_its_generation() {
    var first = app.exchange(ada.approves(app, "identify")).granted();
    var second = app.refresh(first.refresh()).granted();
    app.refresh(second.refresh()).granted();
    app.refresh(first.refresh()).refusedWith("invalid_grant");

    assertThat(why()).startsWith("The refresh token is of generation 0, but 1 was used already");
  }

  @Test
  void redirect_uris_are_compared_with_the_nearest() {
    refusedAt("https://app.example/callback/");
    assertThat(why()).contains("differs by the slash at its end alone");
    refusedAt("https://app.example/Callback");
    assertThat(why()).contains("differs in capitals alone");
    refusedAt("https://app.example/other?token=hidden");
    assertThat(why())
        .startsWith("The redirect URI https://app.example/other is not registered.")
        .contains("has another path")
        .doesNotContain("hidden");
    refusedAt("http://app.example/callback");
    assertThat(why()).contains("has another scheme");
    assertThat(refusals().getFirst().path("endpoint").asString()).isEqualTo("authorize");
  }

  private void refusedAt(String redirectUri) {
    server.clock().advance(Duration.ofSeconds(1));
    new TestBrowser(server).open(authorize(redirectUri)).hasStatus(400);
  }

  private String authorize(String redirectUri) {
    var request = new LinkedHashMap<String, String>();
    request.put("response_type", "code");
    request.put("scope", "identify");
    request.put("client_id", app.id());
    request.put("redirect_uri", redirectUri);
    return "/oauth2/authorize?" + Wire.encode(request);
  }

  @Test
  void secrets_are_told_by_their_form_and_never_shown() {
    String cut = app.secret().substring(1);
    with(cut).refresh("x").refusedWith("invalid_client");
    assertThat(why()).startsWith("The client secret has 42 characters; ours have 43.");
    with(app.botToken()).refresh("x").refusedWith("invalid_client");
    assertThat(why()).startsWith("The client secret is a bot token.");
    with("x".repeat(43)).refresh("x").refusedWith("invalid_client");
    assertThat(why()).startsWith("The client secret is none of those that are valid.");
    with("").refresh("x").refusedWith("invalid_client");
    assertThat(why()).startsWith("The client secret is missing.");
    with("wrong").revoke("x").refusedWith("invalid_client");

    assertThat(refusals().getFirst().path("endpoint").asString()).isEqualTo("revoke");
    assertThat(insights().toString()).doesNotContain(cut, app.botToken(), "xxx");
  }

  private TestApp with(String secret) {
    return new TestApp(server, app.id(), secret, app.redirectUri());
  }

  @Test
  void a_verifier_that_does_not_fit_is_told_as_such() {
    app.exchange(ada.approves(app, "identify"), Map.of("code_verifier", VERIFIER))
        .refusedWith("invalid_grant");
    assertThat(why()).startsWith("A code_verifier came, but");
    app.exchange("x").refusedWith("invalid_grant");
    assertThat(why()).startsWith("The code was not made for this application");
    app.exchange("x", Map.of("grant_type", "")).refusedWith("invalid_request");
    assertThat(why()).contains("grant_type");
  }

  @Test
  void a_user_who_says_no_is_counted_and_the_page_tells_it() {
    var browser = new TestBrowser(server);
    browser.signIn(ada, "/");
    Answer page = browser.open(authorize(app.redirectUri())).hasStatus(200);
    browser.submit(page, "/oauth2/authorize/decision", Map.of("decision", "deny")).redirect();
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    app.refresh(tokens.refresh()).granted();

    assertThat(today().path("grants").asInt()).isEqualTo(1);
    assertThat(today().path("refreshes").asInt()).isEqualTo(1);
    assertThat(today().path("refusals").asInt()).isEqualTo(1);
    assertThat(insights().path("authorized_users").asInt()).isEqualTo(1);
    String shown = Developer.of(server, owner, app).open("/insights").hasStatus(200).body();
    assertThat(shown).contains("The user said no.", "<svg class=\"chart\"", "access_denied");
  }

  @Test
  void only_the_owner_sees_them_and_nobody_elses_app_is_noted() {
    ada.get(path()).deniedWith(403, "ACCESS_DENIED");
    server.wire().get(path(), Map.of()).hasStatus(401);
    Developer.of(server, ada, app).open("/insights").hasStatus(404);
    var nobody = new TestApp(server, "1478310912143360", "wrong", app.redirectUri());
    nobody.exchange("x").refusedWith("invalid_client");

    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_flood_of_refusals_is_counted_and_only_its_beginning_kept() {
    for (int minute = 0; minute < 6; minute++) {
      for (int i = 0; i < 40; i++) {
        app.exchange("x").refusedWith("invalid_grant");
      }
      server.astral().writeInsights();
      assertThat(refusals()).hasSize(Math.min(100, 20 * (minute + 1)));
      server.clock().advance(Duration.ofMinutes(1));
    }

    assertThat(today().path("refusals").asInt()).isEqualTo(240);
  }

  @Test
  void days_take_turns_and_what_was_noted_outlives_a_restart() {
    app.exchange("x").refusedWith("invalid_grant");
    server.restart();
    assertThat(today().path("refusals").asInt()).isEqualTo(1);

    var later = owner.signsInElsewhere(TestUser.PASSWORD, "Firefox");
    server.clock().advance(Duration.ofDays(29));
    JsonNode days = later.get(path()).hasStatus(200).json().path("days");
    assertThat(days.path(0).path("refusals").asInt()).isEqualTo(1);
  }
}
