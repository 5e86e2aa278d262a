package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ClientKeyPair;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Developer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Keys and stricter rules on {@code /settings/applications/{id}/oauth2}. */
final class KeysPageStoryTest {
  private static final Pattern SECRET = Pattern.compile("name=\"secret_id\" value=\"([^\"]+)\"");
  private static final String KEYS = ClientKeyPair.set(ClientKeyPair.es256("my-key"));

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  private final Developer developer = Developer.of(server, ada, app);

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode stored() {
    return ada.get("/api/v1/oauth2/applications/" + app.id()).hasStatus(200).json();
  }

  private String page() {
    return developer.open("/oauth2").hasStatus(200).body();
  }

  @Test
  void keys_are_saved_changed_for_an_address_and_removed() {
    assertThat(page()).contains("No keys yet", "Add keys");

    Answer saved = developer.confirm("/keys", Map.of("jwks", KEYS));
    assertThat(developer.follow(saved).body())
        .contains("The keys are saved.", "my-key", "Signs by ES256", "Change keys");
    assertThat(stored().path("jwks").path("keys").path(0).path("kid").asString())
        .isEqualTo("my-key");

    String address = "https://app.example/keys";
    developer.follow(developer.send("/keys", Map.of("jwks_uri", address)));
    assertThat(page()).contains(address, "Published by your app.").doesNotContain("my-key");
    assertThat(stored().path("jwks").isNull()).isTrue();

    Answer removed = developer.send("/keys/remove", Map.of());
    assertThat(developer.follow(removed).body())
        .contains("Those keys are refused from now on.", "No keys yet");
    assertThat(developer.browser().open("/settings/activity").body())
        .contains("You changed the keys of");
  }

  @Test
  void keys_that_cannot_be_are_told_in_place_and_kept_as_typed() {
    String shared = "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}";
    Answer again = developer.confirm("/keys", Map.of("jwks", shared)).hasStatus(400);
    assertThat(again.body())
        .contains("id=\"jwks-problem\"", "\"kty\":\"oct\"", "private or secret key");

    var both = Map.of("jwks", KEYS, "jwks_uri", "https://app.example/keys");
    for (var wrong : List.of(both, Map.<String, String>of())) {
      assertThat(developer.send("/keys", wrong).hasStatus(400).body())
          .contains("Fill in one of the two");
    }
    for (String address : List.of("http://app.example/keys", "https://a b", "x")) {
      assertThat(developer.send("/keys", Map.of("jwks_uri", address)).hasStatus(400).body())
          .contains("id=\"jwks_uri-problem\"", "value=\"" + address + "\"");
    }
    assertThat(stored().path("jwks_uri").isNull()).isTrue();
  }

  @Test
  @Attack("S-03")
  void keys_are_kept_in_proper_json_however_they_were_written() {
    String deep = "\"x\":" + "[".repeat(30) + "]".repeat(30) + ",";
    String twice = KEYS.replace("\"kid\":", "\"kid\":\"other\",\"kid\":");
    developer.follow(developer.confirm("/keys", Map.of("jwks", "{" + deep + twice.substring(1))));

    assertThat(stored().path("jwks").toString()).isEqualTo(KEYS);
  }

  @Test
  @Attack("U-12")
  void keys_are_changed_only_by_who_knows_the_password() {
    Answer asked = developer.send("/keys", Map.of("jwks", KEYS)).hasStatus(403);
    assertThat(asked.body()).contains("Enter your password to go on.", "my-key");
    developer.send("/keys/remove", Map.of()).hasStatus(403);
    var wrong = Map.of("jwks", KEYS, "sudo_password", "not her password");
    developer.send("/keys", wrong).hasStatus(400);

    assertThat(stored().path("jwks").isNull()).isTrue();
  }

  @Test
  void with_keys_the_last_secret_may_go_and_then_the_keys_stay() {
    developer.confirm("/keys", Map.of("jwks", KEYS));
    var secret = SECRET.matcher(page()).results().findFirst().orElseThrow().group(1);
    developer.follow(developer.send("/secrets/retire", Map.of("secret_id", secret)));
    app.refresh("x").refusedWith("invalid_client");

    assertThat(developer.send("/keys/remove", Map.of()).hasStatus(400).body())
        .contains("the last way to authenticate", "my-key");
    developer.send("/secrets/add", Map.of()).hasStatus(200);
    developer.follow(developer.send("/keys/remove", Map.of()));
  }

  @Test
  void stricter_rules_are_chosen_all_together() {
    var some = Map.of("require_pkce", "true", "dpop_bound_access_tokens", "true");
    assertThat(developer.follow(developer.send("/demands", some)).body())
        .contains("The stricter rules are saved.");
    assertThat(stored().path("require_pkce").asBoolean()).isTrue();
    assertThat(stored().path("dpop_bound_access_tokens").asBoolean()).isTrue();

    developer.follow(developer.send("/demands", Map.of("require_pkce", "true")));
    assertThat(stored().path("dpop_bound_access_tokens").asBoolean()).isFalse();
    assertThat(stored().path("fapi").asBoolean()).isFalse();
  }

  @Test
  void fapi_wants_keys_first_and_holds_them() {
    assertThat(developer.send("/demands", Map.of("fapi", "true")).hasStatus(400).body())
        .contains("register keys first of all");
    assertThat(stored().path("fapi").asBoolean()).isFalse();

    developer.confirm("/keys", Map.of("jwks", KEYS));
    developer.follow(developer.send("/demands", Map.of("fapi", "true")));
    assertThat(developer.send("/keys/remove", Map.of()).hasStatus(400).body())
        .contains("without FAPI 2.0");
    assertThat(
            developer.send("/client-type", Map.of("client_type", "public")).hasStatus(400).body())
        .contains("FAPI 2.0 is for confidential applications.");
  }

  @Test
  void a_public_app_has_rules_but_no_keys() {
    developer.follow(developer.send("/client-type", Map.of("client_type", "public")));

    assertThat(page()).contains("Require PKCE").doesNotContain("id=\"keys\"", "id=\"demand-fapi\"");
    developer.confirm("/keys", Map.of("jwks", KEYS)).hasStatus(400);
    developer.send("/demands", Map.of("fapi", "true")).hasStatus(400);
  }
}
