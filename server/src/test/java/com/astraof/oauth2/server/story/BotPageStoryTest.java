package com.astraof.oauth2.server.story;

import static com.astraof.oauth2.server.testing.Developer.shown;
import static com.astraof.oauth2.server.testing.Developer.showsNone;
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

/** {@code /settings/applications/{id}/bot}. */
final class BotPageStoryTest {
  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  private final Developer developer = Developer.of(server, ada, app);

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer stored() {
    return ada.get("/api/v1/oauth2/applications/" + app.id()).hasStatus(200);
  }

  private Answer me(String token) {
    return server.wire().get("/api/v1/users/@me", Map.of("Authorization", "Bot " + token));
  }

  @Test
  void the_bot_is_called_and_described_as_its_owner_likes() {
    var profile = Map.of("username", "night_owl", "bio", "Hoots.\r\nAt night.");

    Answer saved = developer.send("/bot", profile);

    assertThat(saved.redirect().toString()).isEqualTo(developer.path("/bot?done=bot_saved"));
    assertThat(developer.follow(saved).body())
        .contains("The bot’s profile is saved.", "Now night_owl#", "Hoots.\nAt night.</textarea>");
    assertThat(stored().json().path("bot").path("username").asString()).isEqualTo("night_owl");

    developer.follow(developer.send("/bot", Map.of("username", "night_owl")));
    assertThat(stored().json().path("bot").path("bio").isNull()).isTrue();
  }

  @Test
  void what_is_wrong_with_the_bot_is_told_at_its_field_and_nothing_typed_is_lost() {
    var wrong = Map.of("username", "night owl", "bio", "x".repeat(1_025));

    Answer again = developer.send("/bot", wrong).hasStatus(400);

    assertThat(again.body())
        .contains("id=\"username-problem\"", "id=\"bio-problem\"", "value=\"night owl\"");
    assertThat(stored().json().path("bot").path("username").asString()).isEqualTo("Stargazer");
  }

  @Test
  void who_may_add_it_is_for_the_owner_to_say() {
    developer.follow(developer.send("/bot/settings", Map.of("bot_require_code_grant", "true")));

    assertThat(stored().json().path("bot_public").asBoolean()).isFalse();
    assertThat(stored().json().path("bot_require_code_grant").asBoolean()).isTrue();
    assertThat(developer.browser().open("/settings/applications").body()).contains("Private bot");

    developer.follow(developer.send("/bot/settings", Map.of("bot_public", "true")));
    assertThat(stored().json().path("bot_public").asBoolean()).isTrue();
    assertThat(stored().json().path("bot_require_code_grant").asBoolean()).isFalse();
  }

  @Test
  @Attack("U-12")
  void a_new_token_is_shown_once_to_who_knows_the_password_and_ends_the_old_one() {
    Answer asked = developer.send("/bot/reset-token", Map.of()).hasStatus(403);
    showsNone(asked, "bot_token");
    Answer first = developer.confirm("/bot/reset-token", Map.of()).hasStatus(200);
    me(shown(first, "bot_token")).hasStatus(200);

    Answer second = developer.send("/bot/reset-token", Map.of()).hasStatus(200);

    me(shown(first, "bot_token")).deniedWith(401, "INVALID_AUTH_TOKEN");
    me(shown(second, "bot_token")).hasStatus(200);
    showsNone(developer.open("/bot"), "bot_token");
  }
}
