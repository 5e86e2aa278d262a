package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestPost;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking for mails: what a stranger learns from it, and how many there are. */
final class ForgotStoryTest {
  private static final String RESET = "Choose a new password";
  private static final String NOBODY = "nobody@example.org";

  private final TestPost post = TestPost.start();
  private final TestServer server = post.astral();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
    post.close();
  }

  private static Answer forgot(TestServer at, String email) {
    return at.wire().json("/api/v1/auth/forgot", "{\"email\":\"" + email + "\"}", Map.of());
  }

  private static Answer onPage(TestServer at, String email) {
    return new TestBrowser(at).submitOn("/forgot", "/forgot", Map.of("email", email));
  }

  private long resets(String recipient) {
    return post.letters(server).stream()
        .filter(one -> one.subject().equals(RESET) && one.recipient().equals(recipient))
        .count();
  }

  @Test
  @Attack("U-07")
  void an_address_that_nobody_has_is_answered_like_one_that_somebody_has() {
    Answer known = onPage(server, ada.email()).hasStatus(200);
    Answer unknown = onPage(server, NOBODY).hasStatus(200);
    assertThat(withoutToken(unknown)).isEqualTo(withoutToken(known));
    assertThat(forgot(server, ada.email()).hasStatus(204).body())
        .isEqualTo(forgot(server, NOBODY).hasStatus(204).body());

    assertThat(resets(ada.email())).isEqualTo(2);
    assertThat(resets(NOBODY)).isZero();
  }

  private static String withoutToken(Answer page) {
    return page.body().replaceAll("name=\"form_token\" value=\"[^\"]*\"", "");
  }

  /** Of many, since a single one may wait for the disk; the sum would show a look-up or a hash. */
  @Test
  @Attack("U-07")
  void it_takes_no_longer_when_somebody_has_it() {
    var known = new ArrayList<Long>();
    var unknown = new ArrayList<Long>();
    for (int i = 0; i < 60; i++) {
      known.add(timed(ada.email()));
      unknown.add(timed(NOBODY));
    }

    double ratio = (double) median(known) / median(unknown);
    assertThat(ratio).isBetween(0.5, 2.0);
  }

  private long timed(String email) {
    long start = System.nanoTime();
    forgot(server, email).hasStatus(204);
    return System.nanoTime() - start;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  @Test
  @Attack("U-07")
  void what_is_no_address_is_refused_alike_and_nothing_can_be_smuggled_into_a_header() {
    for (String bad : List.of("ada", "", "a@b", "a@example.org\\nBcc: x@evil.example", "ä@e.de")) {
      forgot(server, bad).invalidOn("email");
    }
    onPage(server, "a@example.org\r\nBcc: x@evil.example").hasStatus(400);
    assertThat(post.letters(server)).noneMatch(one -> one.subject().equals(RESET));
  }

  @Test
  @Attack("U-07")
  void an_address_gets_only_so_many_mails_and_nobody_is_told_that_it_has_had_them() {
    try (var limited =
        TestServer.with(settings -> settings.with(post.settings()).with(Rates.DEFAULT))) {
      var grace = limited.user("grace");
      var answers = new ArrayList<Integer>();
      for (int i = 0; i < 9; i++) {
        answers.add(forgot(limited, grace.email()).status());
        answers.add(forgot(limited, NOBODY).status());
        limited.clock().advance(Duration.ofSeconds(30));
      }
      limited.astral().sendMail();

      assertThat(answers).containsOnly(204);
      assertThat(post.letters())
          .filteredOn(one -> one.recipient().equals(grace.email()))
          .hasSize(4);
      limited.clock().advance(Duration.ofHours(1));
      forgot(limited, grace.email()).hasStatus(204);
      limited.astral().sendMail();
      assertThat(post.letters())
          .filteredOn(one -> one.recipient().equals(grace.email()))
          .hasSize(5);
    }
  }

  @Test
  void asking_too_often_is_slowed_by_network() {
    try (var limited =
        TestServer.with(settings -> settings.with(post.settings()).with(Rates.DEFAULT))) {
      for (int i = 0; i < 5; i++) {
        forgot(limited, "nobody" + i + "@example.org").hasStatus(204);
      }
      forgot(limited, "nobody@example.org").deniedWith(429, "RATE_LIMITED");
    }
  }

  @Test
  void a_reset_over_the_api_signs_nobody_in() {
    forgot(server, ada.email()).hasStatus(204);
    String token = post.letter(server, ada.email(), RESET).token();
    String weak = "{\"token\":\"" + token + "\",\"password\":\"short\"}";
    String body = "{\"token\":\"" + token + "\",\"password\":\"a better horse battery\"}";

    server.wire().json("/api/v1/auth/reset", weak, Map.of()).invalidOn("password");
    assertThat(server.wire().json("/api/v1/auth/reset", body, Map.of()).hasStatus(204).body())
        .isEmpty();

    server.wire().json("/api/v1/auth/reset", body, Map.of()).invalidOn("token");
    ada.get("/api/v1/users/@me").hasStatus(401);
    ada.signsInElsewhere("a better horse battery", "");
  }

  @Test
  void an_address_is_verified_over_the_api_and_the_mail_is_sent_again() {
    var eve = server.user("eve");
    eve.post("/api/v1/auth/verify/resend", Map.of()).hasStatus(204);
    var mails =
        post.letters(server).stream().filter(one -> one.recipient().equals(eve.email())).toList();
    assertThat(mails).hasSize(2);
    String body = "{\"token\":\"" + mails.getLast().token() + "\"}";

    server.wire().json("/api/v1/auth/verify", body, Map.of()).hasStatus(204);

    assertThat(eve.get("/api/v1/users/@me").json().path("verified").asBoolean()).isTrue();
    server.wire().json("/api/v1/auth/verify", body, Map.of()).invalidOn("token");
  }

  @Test
  void registering_says_that_the_address_is_to_be_verified() {
    String body =
        "{\"email\":\"new@example.org\",\"password\":\"correct horse\","
            + "\"date_of_birth\":\"1990-01-01\",\"consent\":true}";

    var answer = server.wire().json("/api/v1/auth/register", body, Map.of()).hasStatus(200);

    assertThat(answer.json().path("pending_verification").asBoolean()).isTrue();
  }

  @Test
  void a_server_that_sends_no_mail_says_so_and_pretends_nothing() {
    try (var silent = TestServer.start()) {
      var grace = silent.user("grace");
      var browser = new TestBrowser(silent);
      assertThat(browser.open("/forgot").hasStatus(200).body())
          .contains("This server sends no mail");
      browser.signIn(grace, "/");

      assertThat(browser.open("/settings/account").body())
          .contains("This server sends no mail", "Not verified yet")
          .doesNotContain("Send the mail again");
      forgot(silent, grace.email()).deniedWith(400, "GENERAL_ERROR");
      grace.post("/api/v1/auth/verify/resend", Map.of()).deniedWith(400, "GENERAL_ERROR");
    }
  }
}
