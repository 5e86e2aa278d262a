package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page on which a person lets a device in. */
final class DevicePageStoryTest {
  private static final String DECISION = "/activate/decision";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer start() {
    return app.startsOnDevice("identify guilds").hasStatus(200);
  }

  private static Map<String, String> code(Answer device) {
    return Map.of("user_code", device.text("user_code"));
  }

  /** The page that asks, for a user who has signed in and entered the code. */
  private Answer asked(TestBrowser browser, TestUser user, Answer device) {
    Answer page = browser.follow(browser.signIn(user, "/activate"));
    return browser.submit(page, "/activate", code(device)).hasStatus(200);
  }

  private static Answer approve(TestBrowser browser, Answer page) {
    return browser.submit(page, DECISION, Map.of("decision", "approve"));
  }

  @Test
  @Rfc(value = 8628, section = "3.3")
  void a_code_can_be_typed_in_any_way_and_the_page_says_who_asks_for_what() {
    Answer device = start();
    String typed = device.text("user_code").toLowerCase(Locale.ROOT).replace('-', ' ');
    Answer page = browser.follow(browser.signIn(ada, "/activate")).hasStatus(200);

    Answer asks = browser.submit(page, "/activate", Map.of("user_code", typed)).hasStatus(200);

    assertThat(asks.body())
        .contains("Stargazer", "ADA", "See your username", device.text("user_code"));
    assertThat(approve(browser, asks).hasStatus(200).body()).contains("go back to your device");
    app.poll(device.text("device_code")).granted();
  }

  @Test
  @Rfc(value = 8628, section = "3.3.1")
  void an_address_with_the_code_fills_it_in_and_the_person_still_compares_it() {
    Answer device = start();
    String address = device.text("verification_uri_complete").substring(server.issuer().length());

    Answer signIn = browser.open(address);
    assertThat(signIn.redirect().toString()).startsWith("/login?return_to=%2Factivate%3F");
    Answer page = browser.follow(browser.signIn(ada, address)).hasStatus(200);

    assertThat(page.body())
        .contains("value=\"" + device.text("user_code") + "\"", "does it show this very code?")
        .doesNotContain("Stargazer");
    app.poll(device.text("device_code")).refusedWith("authorization_pending");
  }

  @Test
  @Rfc(value = 8628, section = "5.4")
  void the_person_is_warned_of_codes_that_others_send_and_asked_even_after_an_earlier_yes() {
    approve(browser, asked(browser, ada, start()));

    Answer again = browser.submit(browser.open("/activate"), "/activate", code(start()));

    assertThat(again.hasStatus(200).body())
        .contains("If somebody sent you the code or a link, cancel", "Authorize");
  }

  @Test
  void what_was_approved_before_stands_apart_from_what_is_new() {
    ada.approves(app, "identify");

    Answer page = asked(browser, ada, start());

    assertThat(page.body().indexOf("List the guilds"))
        .isLessThan(page.body().indexOf("already let"));
    assertThat(page.body().indexOf("your username"))
        .isGreaterThan(page.body().indexOf("already let"));
  }

  @Test
  void a_code_that_nobody_waits_with_is_told_at_the_field() {
    Answer page = browser.follow(browser.signIn(ada, "/activate"));

    for (var wrong : List.of("BCDF-GHJK", "bcdf", "", "<b>", "x".repeat(500))) {
      Answer again = browser.submit(page, "/activate", Map.of("user_code", wrong)).hasStatus(400);
      assertThat(again.body()).contains("id=\"user_code-problem\"").doesNotContain("<b>");
    }
  }

  @Test
  void a_code_works_for_one_answer_in_its_time() {
    Answer answered = start();
    Answer page = asked(browser, ada, answered);
    approve(browser, page).hasStatus(200);
    Answer form = browser.open("/activate");
    browser.submit(form, "/activate", code(answered)).hasStatus(400);

    Answer late = start();
    Answer shown = browser.submit(form, "/activate", code(late)).hasStatus(200);
    server.clock().advance(Duration.ofMinutes(10));

    browser.submit(form, "/activate", code(late)).hasStatus(400);
    assertThat(approve(browser, shown).hasStatus(400).body()).contains("used up");
    assertThat(ada.get("/api/v1/oauth2/@me/authorizations").json()).hasSize(1);
  }

  @Test
  void saying_yes_twice_is_saying_yes() {
    Answer page = asked(browser, ada, start());

    approve(browser, page).hasStatus(200);
    approve(browser, page).hasStatus(200);

    assertThat(browser.submit(page, DECISION, Map.of("decision", "deny")).hasStatus(400).body())
        .contains("used up");
  }

  @Test
  void saying_no_allows_nothing_and_is_told() {
    Answer device = start();

    Answer done = browser.submit(asked(browser, ada, device), DECISION, Map.of("decision", "deny"));

    assertThat(done.hasStatus(200).body()).contains("Nothing was allowed");
    assertThat(ada.get("/api/v1/oauth2/@me/authorizations").json()).isEmpty();
  }

  @Test
  void of_two_users_at_once_one_lets_the_device_in_and_the_other_has_consented_to_nothing() {
    var grace = server.user("grace");
    Answer device = start();
    var other = new TestBrowser(server);
    Answer hers = asked(browser, ada, device);
    Answer theirs = asked(other, grace, device);

    var answers = new AtomicInteger();
    var statuses =
        Together.times(
            2,
            () ->
                answers.getAndIncrement() == 0
                    ? approve(browser, hers).status()
                    : approve(other, theirs).status());

    assertThat(statuses).containsExactlyInAnyOrder(200, 400);
    var access = app.poll(device.text("device_code")).granted().access();
    boolean isAdas = app.get("/api/v1/users/@me", access).text("id").equals(ada.id());
    var winner = isAdas ? ada : grace;
    var loser = isAdas ? grace : ada;
    assertThat(winner.get("/api/v1/oauth2/@me/authorizations").json()).hasSize(1);
    assertThat(loser.get("/api/v1/oauth2/@me/authorizations").json()).isEmpty();
  }

  @Test
  @Attack("U-01")
  @Attack("U-05")
  void only_the_session_that_was_asked_can_answer_with_its_own_token_and_ticket() {
    Answer device = start();
    Answer page = asked(browser, ada, device);
    var other = new TestBrowser(server);
    other.signIn(server.user("grace"), "/");

    approve(other, page).hasStatus(403);
    browser
        .submit(page, DECISION, Map.of("decision", "approve", "ticket", "forged"))
        .hasStatus(403);
    browser
        .submit(page, DECISION, Map.of("decision", "approve", "form_token", "forged"))
        .hasStatus(403);
    browser
        .submit(page, "/activate", Map.of("user_code", "BCDF-GHJK", "form_token", "forged"))
        .hasStatus(403);

    app.poll(device.text("device_code")).refusedWith("authorization_pending");
  }

  @Test
  @Attack("U-06")
  void whose_session_ended_meanwhile_signs_in_again_and_comes_back() {
    Answer device = start();
    Answer page = asked(browser, ada, device);
    browser.cookies().clear();

    assertThat(approve(browser, page).redirect().toString())
        .startsWith("/login?return_to=%2Factivate%3Fuser_code%3D");
    assertThat(browser.submit(page, "/activate", code(device)).redirect().toString())
        .startsWith("/login?return_to=%2Factivate%3Fuser_code%3D");
  }

  @Test
  @Attack("U-04")
  @Attack("S-09")
  void the_pages_can_neither_be_framed_nor_kept() {
    Answer device = start();
    Answer page = browser.follow(browser.signIn(ada, "/activate"));
    Answer asks = browser.submit(page, "/activate", code(device));

    for (Answer one : List.of(page, asks, approve(browser, asks))) {
      one.hasHeader("X-Frame-Options", "DENY").hasHeader("Cache-Control", "no-store");
      assertThat(one.header("Content-Security-Policy").orElseThrow())
          .contains("frame-ancestors 'none'", "form-action 'self';");
    }
  }

  @Test
  @Attack("U-13")
  void the_way_through_sign_in_leads_only_back_here() {
    for (String code : new String[] {"//evil.example", "BCDF", "\"><script>", "%0d%0a"}) {
      String asked = "/activate?" + Wire.encode(Map.of("user_code", code));

      assertThat(browser.open(asked).redirect().toString())
          .isEqualTo("/login?return_to=%2Factivate");
    }
  }

  @Test
  @Rfc(value = 8628, section = "5.1")
  @Attack("T-15")
  void guessing_codes_is_slowed_for_the_account_and_for_the_address() {
    try (var limited = TestServer.withRateLimits()) {
      var guesser = new TestBrowser(limited);
      Answer page = guesser.follow(guesser.signIn(limited.user("grace"), "/activate"));
      for (int i = 0; i < 10; i++) {
        guesser.submit(page, "/activate", Map.of("user_code", "BCDF-GHJK")).hasStatus(400);
      }
      var device = code(limited.app().startsOnDevice("identify"));

      Answer slowed = guesser.submit(page, "/activate", device).hasStatus(429);
      assertThat(slowed.header("Retry-After")).isPresent();
      assertThat(slowed.body()).contains("Try again in a few minutes");
      var accomplice = new TestBrowser(limited);
      Answer theirs = accomplice.follow(accomplice.signIn(limited.user("mallory"), "/activate"));
      accomplice.submit(theirs, "/activate", device).hasStatus(429);

      limited.clock().advance(Duration.ofMinutes(2));
      guesser.submit(page, "/activate", device).hasStatus(200);
    }
  }
}
