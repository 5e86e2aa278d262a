package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Operator;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestPost;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What links in mails do, once, for a while, for one account with one address. */
final class MailLinkStoryTest {
  private static final String VERIFY = "Verify your email address";
  private static final String RESET = "Choose a new password";
  private static final String CHANGE = "Confirm your new email address";
  private static final String CHANGED = "Your email address was changed";
  private static final String NEW = "a better horse battery";
  private static final String ACCOUNT = "/settings/account";
  private static final String ELSEWHERE = "ada@elsewhere.example";

  private final TestPost post = TestPost.start();
  private final TestServer server = post.astral();
  private final TestUser ada = server.user("ada");
  private final TestBrowser browser = new TestBrowser(server);

  @AfterEach
  void stop() {
    server.close();
    post.close();
  }

  private String link(String recipient, String subject) {
    return post.letter(server, recipient, subject).link();
  }

  /** Opens the link and presses the button of its page. */
  private Answer press(String link, Map<String, String> fields) {
    String form = link.replaceFirst("\\?.*", "");
    Answer page = browser.open(link);
    return page.status() == 200 ? browser.submit(page, form, fields) : page;
  }

  private void isDead(String link) {
    Answer answer = press(link, Map.of("new_password", NEW)).hasStatus(400);
    assertThat(answer.body()).contains("This link doesn’t work any more");
  }

  private void verify() {
    press(link(ada.email(), VERIFY), Map.of()).hasStatus(200);
  }

  private boolean isVerified() {
    return ada.get("/api/v1/users/@me").json().path("verified").asBoolean();
  }

  private String askForReset() {
    browser.submitOn("/forgot", "/forgot", Map.of("email", ada.email())).hasStatus(200);
    return link(ada.email(), RESET);
  }

  private Answer reset(String link, String password) {
    return press(link, Map.of("new_password", password));
  }

  private Answer signIn(String email, String password) {
    var fields = Map.of("email", email, "password", password);
    return new TestBrowser(server).submitOn("/login", "/login", fields);
  }

  private String askForChange(TestBrowser by, String address) {
    var fields = Map.of("new_email", address, "sudo_password", TestUser.PASSWORD);
    by.submitOn(ACCOUNT, "/settings/account/email", fields).redirect();
    return link(address, CHANGE);
  }

  private TestBrowser signedIn() {
    var other = new TestBrowser(server);
    other.signIn(ada, "/").redirect();
    return other;
  }

  private Answer register(String email) {
    String body =
        """
        {"email":"%s","password":"%s","date_of_birth":"1990-01-01","consent":true}
        """
            .formatted(email, NEW);
    return server.wire().json("/api/v1/auth/register", body, Map.of());
  }

  @Test
  void whoever_registers_is_asked_whether_the_address_is_theirs() {
    assertThat(isVerified()).isFalse();

    verify();

    assertThat(isVerified()).isTrue();
    assertThat(ada.get("/api/v1/users/@me/security-activity").body()).contains("email_verified");
  }

  @Test
  @Attack("U-10")
  void opening_a_link_changes_nothing() {
    String verify = link(ada.email(), VERIFY);
    String reset = askForReset();

    for (int i = 0; i < 3; i++) {
      new TestBrowser(server).open(verify).hasStatus(200);
      new TestBrowser(server).open(reset).hasStatus(200);
    }

    assertThat(isVerified()).isFalse();
    signIn(ada.email(), TestUser.PASSWORD).redirect();
    reset(reset, NEW).hasStatus(200);
  }

  @Test
  @Attack("U-10")
  void a_link_works_once() {
    String verify = link(ada.email(), VERIFY);
    press(verify, Map.of()).hasStatus(200);
    isDead(verify);

    String reset = askForReset();
    reset(reset, NEW).hasStatus(200);
    isDead(reset);
    signIn(ada.email(), NEW).redirect();
  }

  @Test
  @Attack("U-10")
  void a_link_expires() {
    String verify = link(ada.email(), VERIFY);
    server.clock().advance(Duration.ofHours(24));
    isDead(verify);

    String reset = askForReset();
    server.clock().advance(Duration.ofHours(1));
    isDead(reset);

    String change = askForChange(signedIn(), ELSEWHERE);
    server.clock().advance(Duration.ofHours(24));
    isDead(change);
  }

  @Test
  @Attack("U-10")
  void a_new_password_makes_older_links_dead() {
    String verify = link(ada.email(), VERIFY);
    String change = askForChange(signedIn(), ELSEWHERE);
    String first = askForReset();
    String second = askForReset();

    reset(second, NEW).hasStatus(200);

    isDead(verify);
    isDead(change);
    isDead(first);
  }

  @Test
  @Attack("U-10")
  void a_new_address_makes_older_links_dead() {
    verify();
    String reset = askForReset();
    String other = askForChange(signedIn(), "ada@other.example");
    String change = askForChange(signedIn(), ELSEWHERE);

    press(change, Map.of()).hasStatus(200);

    isDead(reset);
    isDead(other);
  }

  @Test
  @Attack("U-10")
  void a_link_of_one_kind_is_none_of_another_and_a_changed_one_is_none() {
    String verify = post.letter(server, ada.email(), VERIFY).token();
    askForReset();
    String reset = post.letter(server, ada.email(), RESET).token();

    isDead("/reset?link=" + verify);
    isDead("/verify?link=" + reset);
    isDead("/change-email?link=" + verify);
    isDead("/reset?link=" + reset.substring(0, 40) + (reset.charAt(40) == 'A' ? 'B' : 'A') + "x");
    isDead("/reset?link=");
    isDead("/reset");
  }

  @Test
  @Attack("U-10")
  void a_link_leads_to_the_issuer_whatever_host_was_asked() {
    var headers = new HashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("X-Forwarded-Host", "evil.example");
    headers.put("Forwarded", "host=evil.example");
    String body = "{\"email\":\"" + ada.email() + "\"}";
    server.wire().send("POST", "/api/v1/auth/forgot", body, headers).hasStatus(204);

    var letter = post.letter(server, ada.email(), RESET);

    assertThat(letter.text() + letter.html())
        .contains(TestServer.ISSUER + "/reset?link=")
        .doesNotContain("evil");
  }

  @Test
  @Attack("U-10")
  void a_page_with_a_link_tells_nobody_where_it_came_from() {
    browser
        .open(askForReset())
        .hasStatus(200)
        .hasHeader("Referrer-Policy", "no-referrer")
        .hasHeader("Cache-Control", "no-store");
  }

  @Test
  void a_reset_opens_no_account_that_the_operator_has_blocked() {
    String reset = askForReset();
    new Operator(server.folder()).does("account", "disable", ada.id(), "--reason=Spam");

    reset(reset, NEW).hasStatus(200);
    assertThat(signIn(ada.email(), NEW).hasStatus(403).body()).contains("This account is blocked");
  }

  @Test
  void a_reset_ends_all_sessions_and_if_asked_the_access_of_apps() {
    var app = server.app();
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    var elsewhere = signedIn();

    reset(askForReset(), NEW).hasStatus(200);

    elsewhere.open(ACCOUNT).redirect();
    ada.get("/api/v1/users/@me").hasStatus(401);
    signIn(ada.email(), TestUser.PASSWORD).hasStatus(400);
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);

    var fields = Map.of("new_password", TestUser.PASSWORD, "end_app_access", "true");
    press(askForReset(), fields).hasStatus(200);
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(401);
  }

  @Test
  void a_weak_password_leaves_the_link_alive() {
    String reset = askForReset();

    assertThat(reset(reset, "short").hasStatus(400).body()).contains("new_password-problem");

    reset(reset, NEW).hasStatus(200);
  }

  @Test
  void an_address_changes_when_the_new_one_says_yes_and_the_old_one_can_take_it_back() {
    verify();
    String change = askForChange(signedIn(), ELSEWHERE);
    signIn(ada.email(), TestUser.PASSWORD).redirect();

    press(change, Map.of()).hasStatus(200);
    signIn(ada.email(), TestUser.PASSWORD).hasStatus(400);
    signIn(ELSEWHERE, TestUser.PASSWORD).redirect();
    String back = link(ada.email(), CHANGED);
    reset(back, NEW).hasStatus(200);

    signIn(ELSEWHERE, NEW).hasStatus(400);
    signIn(ada.email(), NEW).redirect();
    isDead(back);
  }

  @Test
  @Attack("U-10")
  void nothing_that_a_thief_does_with_an_account_closes_the_way_back() {
    verify();
    var thief = signedIn();
    press(askForChange(thief, "thief@first.example"), Map.of()).hasStatus(200);
    String back = link(ada.email(), CHANGED);
    server.clock().advance(Duration.ofMinutes(1));
    press(askForChange(thief, "thief@second.example"), Map.of()).hasStatus(200);
    String back2 = link("thief@first.example", CHANGED);
    server.clock().advance(Duration.ofMinutes(1));
    register(ada.email()).invalidOn("email");
    reset(back2, "the thief's own password").hasStatus(200);

    reset(back, NEW).hasStatus(200);

    signIn(ada.email(), NEW).redirect();
    isDead(back2);
  }

  @Test
  @Attack("U-10")
  void whoever_takes_an_account_back_is_not_robbed_again_by_a_later_way_back() {
    verify();
    var thief = signedIn();
    press(askForChange(thief, "thief@first.example"), Map.of()).hasStatus(200);
    String back = link(ada.email(), CHANGED);
    server.clock().advance(Duration.ofMinutes(1));
    press(askForChange(thief, "thief@second.example"), Map.of()).hasStatus(200);
    String thiefsWay = link("thief@first.example", CHANGED);

    reset(back, NEW).hasStatus(200);

    isDead(thiefsWay);
    signIn(ada.email(), NEW).redirect();
  }

  @Test
  void the_way_back_is_open_for_seven_days_and_then_the_address_is_free() {
    verify();
    press(askForChange(signedIn(), ELSEWHERE), Map.of()).hasStatus(200);
    String back = link(ada.email(), CHANGED);

    server.clock().advance(Duration.ofDays(7));

    isDead(back);
    register(ada.email()).hasStatus(200);
  }

  @Test
  @Attack("U-10")
  void an_address_that_was_never_proved_gets_no_way_back() {
    press(askForChange(signedIn(), ELSEWHERE), Map.of()).hasStatus(200);

    assertThat(post.letters(server)).noneMatch(letter -> letter.subject().equals(CHANGED));
  }

  @Test
  @Attack("U-07")
  void asking_for_an_address_that_somebody_has_is_answered_like_any_other() {
    var grace = server.user("grace");

    String change = askForChange(signedIn(), grace.email());

    Answer answer = press(change, Map.of()).hasStatus(400);
    assertThat(answer.body()).contains("This address isn’t free");
    signIn(ada.email(), TestUser.PASSWORD).redirect();
  }

  @Test
  @Attack("U-12")
  void changing_the_address_asks_for_the_password() {
    var fields = Map.of("new_email", ELSEWHERE, "sudo_password", "not hers");

    var form = "/settings/account/email";
    assertThat(signedIn().submitOn(ACCOUNT, form, fields).hasStatus(400).body())
        .contains("This is not your password.", "value=\"" + ELSEWHERE + "\"");

    assertThat(post.letters(server)).noneMatch(letter -> letter.subject().equals(CHANGE));
  }
}
