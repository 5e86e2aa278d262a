package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application changes hands: both have to want it. */
final class TransferStoryTest {
  private static final String APPLICATIONS = "/api/v1/oauth2/applications";
  private static final String OFFERS = APPLICATIONS + "/offers";
  private static final Map<String, String> PASSWORD = Map.of("password", TestUser.PASSWORD);

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestUser bob = server.user("bob");
  private final TestUser mallory = server.user("mallory");
  private final TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  private final String one = APPLICATIONS + "/" + app.id();
  private final String transfer = one + "/transfer";

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer offerTo(String user) {
    return ada.post(transfer, Map.of("user", user, "password", TestUser.PASSWORD));
  }

  @Test
  void the_offer_is_taken_and_what_users_allowed_goes_on() {
    var tokens = app.exchange(mallory.approves(app, "identify")).granted();
    ada.post(transfer, Map.of("user", bob.id())).deniedWith(403, "SUDO_MODE_REQUIRED");
    offerTo(bob.id()).hasStatus(204);
    bob.get(one).deniedWith(403, "ACCESS_DENIED");
    var offers = bob.get(OFFERS).hasStatus(200).json();
    assertThat(offers.path(0).path("id").asString()).isEqualTo(app.id());
    assertThat(offers.path(0).path("owner").path("id").asString()).isEqualTo(ada.id());
    bob.post(transfer + "/accept", Map.of()).deniedWith(403, "SUDO_MODE_REQUIRED");

    bob.post(transfer + "/accept", PASSWORD).hasStatus(204);

    bob.get(one).hasStatus(200);
    ada.get(one).deniedWith(403, "ACCESS_DENIED");
    assertThat(bob.get(OFFERS).body()).isEqualTo("[]");
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
    app.refresh(tokens.refresh()).granted();
    assertThat(events(ada)).contains("transfer_offered", "transfer_accepted");
    assertThat(events(bob)).contains("transfer_accepted");
  }

  private static String events(TestUser user) {
    return user.get("/api/v1/users/@me/security-activity").body();
  }

  @Test
  void people_are_named_as_they_are_shown() {
    var number = bob.get("/api/v1/users/@me").text("discriminator");

    offerTo("BOB#" + number).hasStatus(204);

    assertThat(ada.get(one).text("offered_to")).isEqualTo(bob.id());
  }

  @Test
  void an_offer_ends_by_either_side_and_by_another_offer() {
    offerTo(bob.id()).hasStatus(204);
    bob.post(transfer + "/decline", Map.of()).hasStatus(204);
    bob.post(transfer + "/accept", PASSWORD).deniedWith(404, "UNKNOWN_APPLICATION");

    offerTo(bob.id()).hasStatus(204);
    ada.delete(transfer).hasStatus(204);
    bob.post(transfer + "/accept", PASSWORD).deniedWith(404, "UNKNOWN_APPLICATION");

    offerTo(bob.id()).hasStatus(204);
    offerTo(mallory.id()).hasStatus(204);
    bob.post(transfer + "/accept", PASSWORD).deniedWith(404, "UNKNOWN_APPLICATION");
    assertThat(ada.get(one).text("offered_to")).isEqualTo(mallory.id());
  }

  @Test
  void only_people_who_can_own_applications_are_offered_one() {
    for (String nobody : List.of("1", "nobody#0001", "", app.id(), ada.id())) {
      offerTo(nobody).invalidOn("user");
    }
  }

  @Test
  @Attack("U-19")
  void what_is_not_offered_to_someone_cannot_be_taken() {
    offerTo(bob.id()).hasStatus(204);

    mallory.post(transfer + "/accept", PASSWORD).deniedWith(404, "UNKNOWN_APPLICATION");
    mallory.post(transfer + "/decline", Map.of()).deniedWith(404, "UNKNOWN_APPLICATION");
    mallory.delete(transfer).deniedWith(403, "ACCESS_DENIED");
    bob.delete(transfer).deniedWith(403, "ACCESS_DENIED");
    assertThat(mallory.get(OFFERS).body()).isEqualTo("[]");

    assertThat(ada.get(one).text("offered_to")).isEqualTo(bob.id());
  }

  @Test
  void two_answers_at_once_count_once() {
    offerTo(bob.id()).hasStatus(204);

    var statuses = Together.times(8, () -> bob.post(transfer + "/accept", PASSWORD).status());

    assertThat(statuses).containsOnlyOnce(204);
  }
}
