package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Developer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /settings/applications/{id}/danger}: giving an application away, and ending it. */
final class DangerPageStoryTest {
  private static final String LIST = "/settings/applications";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestUser bob = server.user("bob");
  private final TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  private final Developer owner = Developer.of(server, ada, app);
  private final Developer receiver = Developer.of(server, bob, app);

  @AfterEach
  void stop() {
    server.close();
  }

  private void offer() {
    owner.follow(owner.confirm("/transfer", Map.of("user", bob.id())));
  }

  @Test
  void an_application_is_handed_over_once_both_want_it() {
    String number = bob.get("/api/v1/users/@me").text("discriminator");
    Answer offered = owner.confirm("/transfer", Map.of("user", "bob#" + number));

    assertThat(owner.follow(offered).body())
        .contains("The application is on offer.", "BOB", "Withdraw the offer");
    assertThat(receiver.browser().open(LIST).body())
        .contains("Offered to you", "Stargazer", "ada#");
    receiver.open("").hasStatus(404);

    receiver.send("/transfer/accept", Map.of()).hasStatus(403);
    Answer taken = receiver.confirm("/transfer/accept", Map.of());

    assertThat(taken.redirect().toString())
        .isEqualTo(receiver.path("/oauth2?done=transfer_accepted"));
    assertThat(receiver.follow(taken).body()).contains("The application is yours.");
    owner.open("").hasStatus(404);
    assertThat(owner.browser().open(LIST).body()).doesNotContain("Stargazer");
  }

  @Test
  void either_side_may_think_better_of_it() {
    offer();
    Answer declined = receiver.send("/transfer/decline", Map.of());
    assertThat(receiver.follow(declined).body()).contains("You declined the offer.");
    receiver.confirm("/transfer/accept", Map.of()).hasStatus(404);

    offer();
    owner.follow(owner.send("/transfer/withdraw", Map.of()));
    receiver.confirm("/transfer/accept", Map.of()).hasStatus(404);
    receiver.send("/transfer/decline", Map.of()).hasStatus(404);

    owner.open("").hasStatus(200);
  }

  @Test
  @Attack("U-20")
  void nobody_answers_an_offer_to_another() {
    offer();
    var mallory = Developer.of(server, server.user("mallory"), app);

    mallory.confirm("/transfer/accept", Map.of()).hasStatus(404);
    mallory.send("/transfer/decline", Map.of()).hasStatus(404);
    owner.confirm("/transfer/accept", Map.of()).hasStatus(404);

    receiver.follow(receiver.confirm("/transfer/accept", Map.of()));
  }

  @Test
  void an_offer_that_cannot_be_is_told_in_place_and_kept_as_typed() {
    Answer asked = owner.send("/transfer", Map.of("user", "bob")).hasStatus(403);
    assertThat(asked.body()).contains("Enter your password to go on.", "value=\"bob\"");

    for (String nobody : new String[] {"nobody#0001", "bob", "", app.id()}) {
      Answer again = owner.confirm("/transfer", Map.of("user", nobody)).hasStatus(400);
      assertThat(again.body()).contains("There is no such user.", "value=\"" + nobody + "\"");
    }
    assertThat(owner.send("/transfer", Map.of("user", ada.id())).hasStatus(400).body())
        .contains("This application is yours already.");
  }

  @Test
  void deleting_ends_everything_at_once_and_for_good() {
    var tokens = app.exchange(bob.approves(app, "identify")).granted();
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);

    Answer deleted = owner.confirm("/delete", Map.of("confirm", "true"));

    assertThat(deleted.redirect().toString()).isEqualTo(LIST + "?done=application_deleted");
    assertThat(owner.follow(deleted).body())
        .contains("The application is deleted.", "No applications yet");
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(401);
    app.refresh(tokens.refresh()).refusedWith("invalid_client");
    owner.open("").hasStatus(404);
    owner.confirm("/delete", Map.of("confirm", "true")).hasStatus(404);
    var again = "/oauth2/authorize?response_type=code&scope=identify&client_id=" + app.id();
    assertThat(receiver.browser().open(again).hasStatus(400).body())
        .contains("We don’t know this app");
  }

  @Test
  @Attack("U-12")
  void deleting_asks_twice() {
    assertThat(owner.confirm("/delete", Map.of()).hasStatus(400).body())
        .contains("id=\"confirm-problem\"");
    assertThat(owner.send("/delete", Map.of("confirm", "true")).hasStatus(403).body())
        .contains("Enter your password to go on.");
    var wrong = Map.of("confirm", "true", "sudo_password", "not her password");
    owner.send("/delete", wrong).hasStatus(400);

    owner.open("").hasStatus(200);
  }
}
