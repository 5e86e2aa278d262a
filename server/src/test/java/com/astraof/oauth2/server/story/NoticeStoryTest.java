package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestPost;
import com.astraof.oauth2.server.testing.TestPost.TestLetter;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told by mail about their account, and how often. */
final class NoticeStoryTest {
  private static final String NEW_SIGN_IN = "New sign-in to your account";
  private static final String CHANGED = "Something changed in your account";
  private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";

  private final TestPost post = TestPost.start();
  private final TestServer server = post.astral();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
    post.close();
  }

  @BeforeEach
  void verify() {
    var letter = post.letter(server, ada.email(), "Verify your email address");
    var browser = new TestBrowser(server);
    browser.submitOn(letter.link(), "/verify", Map.of()).hasStatus(200);
  }

  private List<TestLetter> told(String subject) {
    return post.letters(server).stream().filter(one -> one.subject().equals(subject)).toList();
  }

  @Test
  void a_sign_in_from_a_new_device_is_told_of_once() {
    ada.signsInElsewhere(TestUser.PASSWORD, FIREFOX);
    ada.signsInElsewhere(TestUser.PASSWORD, FIREFOX);
    server.clock().advance(Duration.ofDays(30));
    ada.signsInElsewhere(TestUser.PASSWORD, FIREFOX);

    var letters = told(NEW_SIGN_IN);
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().text())
        .contains("You signed in.", "Device: Firefox on Linux", "Network address: 127.0.0.1");
  }

  @Test
  void the_device_that_one_registered_with_is_not_new() {
    ada.signsInElsewhere(TestUser.PASSWORD, "Java-http-client/25");

    assertThat(told(NEW_SIGN_IN)).isEmpty();
  }

  @Test
  void what_apps_and_accounts_are_kept_by_is_told_of_when_it_changes() {
    var app = ada.registersApp("Stargazer", "confidential", "https://app.example/cb");
    String path = "/api/v1/oauth2/applications/" + app.id();
    var password = Map.of("password", TestUser.PASSWORD);

    ada.post(path + "/client-secret/reset", password).hasStatus(200);
    ada.post(path + "/bot/reset-token", password).hasStatus(200);
    var change = Map.of("password", TestUser.PASSWORD, "new_password", "a better horse battery");
    ada.patch("/api/v1/users/@me", change).hasStatus(200);

    assertThat(told(CHANGED))
        .extracting(TestLetter::text)
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).contains("You replaced the client secrets of Stargazer."),
            text -> assertThat(text).contains("You replaced the bot token of Stargazer."),
            text -> assertThat(text).contains("You changed your password."));
  }

  @Test
  void the_same_within_minutes_is_told_of_once() {
    var app = ada.registersApp("Stargazer", "confidential", "https://app.example/cb");
    String path = "/api/v1/oauth2/applications/" + app.id() + "/client-secret/reset";
    var password = Map.of("password", TestUser.PASSWORD);

    for (int i = 0; i < 3; i++) {
      ada.post(path, password).hasStatus(200);
    }
    assertThat(told(CHANGED)).hasSize(1);

    server.clock().advance(Duration.ofMinutes(10));
    ada.post(path, password).hasStatus(200);
    assertThat(told(CHANGED)).hasSize(2);
  }

  @Test
  void a_stolen_refresh_token_is_told_of() {
    var app = server.app();
    var first = app.exchange(ada.approves(app, "identify")).granted();
    var second = app.refresh(first.refresh()).granted();
    app.refresh(second.refresh()).granted();
    server.clock().advance(Duration.ofHours(2));

    app.refresh(first.refresh()).refusedWith("invalid_grant");

    assertThat(told(CHANGED))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(letter.text())
                    .contains("Outdated access of Stargazer was used again")
                    .doesNotContain("127.0.0.1"));
  }

  @Test
  void an_address_that_is_not_verified_is_told_nothing() {
    var eve = server.user("eve");

    eve.signsInElsewhere(TestUser.PASSWORD, FIREFOX);

    assertThat(post.letters(server))
        .filteredOn(one -> one.recipient().equals(eve.email()))
        .extracting(TestLetter::subject)
        .containsExactly("Verify your email address");
  }
}
