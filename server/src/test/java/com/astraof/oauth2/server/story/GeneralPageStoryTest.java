package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Developer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /settings/applications/{id}}: what people see of an application. */
final class GeneralPageStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  private final Developer developer = Developer.of(server, ada, app);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_people_see_of_it_is_saved_and_what_is_left_empty_is_no_more() {
    Answer saved =
        developer.send(
            "",
            Map.of(
                "name", "Midnight Radio",
                "description", "Plays\r\nall night.",
                "website", "https://radio.example",
                "terms_of_service_url", "https://radio.example/terms",
                "privacy_policy_url", "https://radio.example/privacy"));

    assertThat(saved.redirect().toString()).isEqualTo(developer.path("?done=application_saved"));
    assertThat(developer.follow(saved).body())
        .contains("Your changes are saved.", "value=\"Midnight Radio\"")
        .contains("Plays\nall night.</textarea>", "value=\"https://radio.example/privacy\"");

    developer.send("", Map.of("name", "Midnight Radio")).hasStatus(303);
    assertThat(developer.open("").body()).doesNotContain("radio.example", "all night");
  }

  @Test
  void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    var wrong =
        Map.of(
            "name", "",
            "description", "x".repeat(401),
            "website", "radio.example",
            "privacy_policy_url", "https://radio.example");

    Answer again = developer.send("", wrong).hasStatus(400);

    assertThat(again.body())
        .contains("id=\"name-problem\"", "id=\"description-problem\"", "id=\"website-problem\"")
        .doesNotContain("id=\"privacy_policy_url-problem\"")
        .contains("value=\"radio.example\"", "value=\"https://radio.example\"");
    assertThat(developer.open("").body()).contains("value=\"Stargazer\"");
  }
}
