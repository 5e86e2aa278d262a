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
import org.junit.jupiter.api.Test;

/** Registering, signing in and out in the browser. */
final class SignInStoryTest {
  private static final String SESSION = "__Host-astral_session";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private Map<String, String> newcomer(Map<String, String> other) {
    var fields =
        new HashMap<>(
            Map.of(
                "email", "grace@example.org",
                "display_name", "Grace Hopper",
                "password", "nanoseconds and wire",
                "date_of_birth", "1906-12-09",
                "consent", "true",
                "return_to", "/"));
    fields.putAll(other);
    return fields;
  }

  @Test
  void a_newcomer_registers_and_is_signed_in() {
    Answer page = browser.open("/register").hasStatus(200);

    Answer done = browser.submit(page, "/register", newcomer(Map.of()));

    assertThat(done.redirect().toString()).isEqualTo("/");
    assertThat(browser.open("/").body()).contains("Grace Hopper").contains("Grace_Hopper#");
  }

  @Test
  void every_problem_of_a_registration_is_told_at_its_field_and_nothing_typed_is_lost() {
    Answer page = browser.open("/register");

    Answer again =
        browser
            .submit(
                page,
                "/register",
                newcomer(Map.of("password", "short", "email", "nobody", "consent", "")))
            .hasStatus(400);

    assertThat(again.body()).contains("8 to 256").contains("name@example.org").contains("Agree");
  }

  @Test
  @Attack("U-03")
  @Attack("U-18")
  void signing_in_gives_a_new_session_in_a_cookie_of_this_host_alone() {
    browser.cookies().put(SESSION, "ast_" + "a".repeat(36));

    Answer signedIn = browser.signIn(ada, "/");

    var cookie =
        signedIn.headers("Set-Cookie").stream().filter(c -> c.startsWith(SESSION)).toList();
    assertThat(cookie).hasSize(1);
    assertThat(cookie.getFirst())
        .contains("; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure")
        .doesNotContain("Domain")
        .doesNotContain("aaaaaaaa");
    assertThat(browser.open("/").body()).contains("ADA");
  }

  @Test
  void signing_out_ends_the_session_on_the_server() {
    browser.signIn(ada, "/");
    var kept = Map.copyOf(browser.cookies());

    browser.submit(browser.open("/"), "/logout", Map.of("return_to", "/"));
    browser.cookies().putAll(kept);

    assertThat(browser.open("/").body()).doesNotContain("ADA");
  }

  @Test
  @Attack("U-07")
  void a_wrong_password_and_an_unknown_address_look_alike() {
    Answer page = browser.open("/login");
    var wrong = Map.of("email", ada.email(), "password", "not her password");
    var unknown = Map.of("email", "who@example.org", "password", "not her password");

    Answer first = browser.submit(page, "/login", wrong).hasStatus(400);
    Answer second = browser.submit(page, "/login", unknown).hasStatus(400);

    assertThat(unchallenged(first).replace(ada.email(), ""))
        .isEqualTo(unchallenged(second).replace("who@example.org", ""));
  }

  /** The question for passkeys is never the same twice. */
  private static String unchallenged(Answer page) {
    return page.body().replaceAll("challenge[^,]+", "");
  }

  @Test
  @Attack("U-01")
  @Attack("U-02")
  void a_form_that_another_site_sends_signs_nobody_in() {
    Answer page = browser.open("/login");
    var fields = Map.of("email", ada.email(), "password", TestUser.PASSWORD);
    var victim = new TestBrowser(server);
    victim.open("/login");

    victim.submit(page, "/login", fields).hasStatus(403);
    server.wire().form("/login", fields, Map.of()).hasStatus(403);

    assertThat(victim.cookies()).doesNotContainKey(SESSION);
  }

  @Test
  @Attack("U-08")
  void guessing_is_slowed_and_the_password_works_again_after_a_while() {
    try (var limited = TestServer.withRateLimits()) {
      var grace = limited.user("grace");
      var guesser = new TestBrowser(limited);
      Answer page = guesser.open("/login");
      var guess = Map.of("email", grace.email(), "password", "a guess at it");
      for (int i = 0; i < 5; i++) {
        guesser.submit(page, "/login", guess).hasStatus(400);
      }

      Answer slowed = guesser.submit(page, "/login", guess).hasStatus(429);
      assertThat(slowed.header("Retry-After")).isPresent();

      limited.clock().advance(Duration.ofMinutes(15));
      assertThat(guesser.signIn(grace, "/").status()).isEqualTo(303);
    }
  }

  @Test
  @Attack("U-13")
  void signing_in_leads_only_to_our_own_pages() {
    for (String evil :
        new String[] {
          "https://evil.example/",
          "//evil.example",
          "/\\evil.example",
          "/\tx",
          "javascript:alert(1)"
        }) {
      var fresh = new TestBrowser(server);

      assertThat(fresh.signIn(ada, evil).redirect().toString()).isEqualTo("/");
    }
  }
}
