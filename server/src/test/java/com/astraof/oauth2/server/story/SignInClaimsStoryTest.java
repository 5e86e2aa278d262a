package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Answer.Tokens;
import com.astraof.oauth2.server.testing.AuthenticatorApp;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tokens say of how their user was signed in. */
final class SignInClaimsStoryTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final long signedIn = server.clock().instant().getEpochSecond();

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode claims(String token) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return JSON.readTree(new String(json, StandardCharsets.UTF_8));
  }

  private void later() {
    server.clock().advance(Duration.ofDays(1));
  }

  @Test
  @Rfc(value = 9068, section = "2.2.1")
  @Rfc(value = 9470, section = "6.1")
  void a_token_says_how_its_user_was_signed_in_and_a_refresh_says_the_same() {
    later();
    Tokens first = app.exchange(ada.approves(app, "identify")).granted();
    later();
    Tokens second = app.refresh(first.refresh()).granted();

    for (Tokens tokens : new Tokens[] {first, second}) {
      JsonNode claims = claims(tokens.access());
      assertThat(claims.path("auth_time").asLong()).isEqualTo(signedIn);
      assertThat(claims.path("acr").asString()).isEqualTo("urn:astral:password");
      assertThat(claims.path("amr").toString()).isEqualTo("[\"pwd\"]");
    }
  }

  @Test
  @Rfc(value = 9470, section = "6.2")
  void introspection_and_the_api_say_it_too() {
    later();
    Tokens tokens = app.exchange(ada.approves(app, "identify")).granted();

    for (Answer answer :
        new Answer[] {
          app.introspect(tokens.access()),
          app.introspect(tokens.refresh()),
          app.get("/api/v1/oauth2/@me", tokens.access())
        }) {
      assertThat(answer.json().path("auth_time").asLong()).isEqualTo(signedIn);
      assertThat(answer.text("acr")).isEqualTo("urn:astral:password");
    }
  }

  @Test
  @Rfc(value = 9068, section = "2.2.1")
  void a_device_says_how_the_one_was_signed_in_who_let_it_in() {
    var phone = AuthenticatorApp.enabledBy(ada, server.clock()).app();
    Answer device = app.startsOnDevice("identify").hasStatus(200);
    var browser = new TestBrowser(server);
    Answer second = browser.signIn(ada, "/activate").hasStatus(200);
    var code = Map.of("code", phone.nextCode());
    Answer page = browser.follow(browser.submit(second, "/login/second-step", code));
    Answer asks = browser.submit(page, "/activate", Map.of("user_code", device.text("user_code")));
    browser.submit(asks, "/activate/decision", Map.of("decision", "approve")).hasStatus(200);

    JsonNode claims = claims(app.poll(device.text("device_code")).granted().access());

    assertThat(claims.path("auth_time").asLong())
        .isEqualTo(server.clock().instant().getEpochSecond());
    assertThat(claims.path("acr").asString()).isEqualTo("urn:astral:mfa");
    assertThat(claims.path("amr").toString()).isEqualTo("[\"pwd\",\"otp\",\"mfa\"]");
  }

  @Test
  @Rfc(value = 9068, section = "2.2.1")
  void where_no_user_was_nothing_is_said() {
    var fields =
        Map.of(
            "grant_type", "client_credentials",
            "client_id", app.id(),
            "client_secret", app.secret());
    String token = server.wire().form(TestApp.TOKEN, fields, Map.of()).text("access_token");

    assertThat(claims(token).has("auth_time")).isFalse();
    assertThat(claims(token).has("acr")).isFalse();
    assertThat(app.introspect(token).json().has("acr")).isFalse();
  }
}
