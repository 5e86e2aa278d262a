package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ProofMaker;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may call the JSON API, and with which token. */
final class ApiAccessStoryTest {
  private static final String ME = "/api/v1/users/@me";

  private static final String REALM =
      "realm=\"Astral\", resource_metadata=\""
          + TestServer.ISSUER
          + "/.well-known/oauth-protected-resource/api\"";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Rfc(value = 6750, section = "3")
  @Rfc(value = 6750, section = "3.1")
  @Spec(value = "FAPI", section = "5.3.4")
  void no_token_and_a_bad_one_are_401_with_a_challenge() {
    var none = server.wire().get(ME).deniedWith(401, "UNAUTHORIZED");
    assertThat(none.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer ");

    for (String noToken : List.of("Bearer  x", "bearer x", "Basic eDp5", "Bot  1.x", "two words")) {
      server.wire().get(ME, Map.of("Authorization", noToken)).deniedWith(401, "UNAUTHORIZED");
    }
    for (String bad : List.of("Bearer nonsense", "Bot x", "Bot 1.x", "Bot x.y", "Bearer", "x")) {
      server
          .wire()
          .get(ME, Map.of("Authorization", bad))
          .deniedWith(401, "INVALID_AUTH_TOKEN")
          .hasHeader("WWW-Authenticate", "Bearer " + REALM + ", error=\"invalid_token\"");
    }
  }

  @Test
  @Rfc(value = 9728, section = "5.1")
  @Rfc(value = 9728, section = "3.1")
  @Rfc(value = 9449, section = "7.1")
  @Rfc(value = 6750, section = "3.1")
  @Rfc(value = 9728, section = "3.3")
  void who_is_refused_learns_the_schemes_and_where_tokens_come_from() {
    var challenges = server.wire().get(ME).headers("WWW-Authenticate");
    assertThat(challenges).hasSize(2);
    assertThat(challenges.getFirst()).isEqualTo("Bearer " + REALM);
    assertThat(challenges.getLast()).startsWith("DPoP " + REALM + ", algs=\"ES256 ");

    var resource = server.wire().get("/.well-known/oauth-protected-resource/api").hasStatus(200);
    assertThat(resource.text("resource")).isEqualTo(TestServer.ISSUER + "/api");
    assertThat(resource.json().path("authorization_servers").get(0).asString())
        .isEqualTo(TestServer.ISSUER);
    assertThat(resource.json().path("bearer_methods_supported").get(0).asString())
        .isEqualTo("header");
  }

  @Test
  @Rfc(value = 6750, section = "2")
  @Rfc(value = 6750, section = "2.3")
  @Attack("T-06")
  @Spec(value = "FAPI", section = "5.3.4")
  void a_token_counts_only_in_the_header() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();

    server.wire().get(ME + "?access_token=" + tokens.access()).deniedWith(401, "UNAUTHORIZED");
    server
        .wire()
        .get(ME, Map.of("Cookie", "access_token=" + tokens.access()))
        .deniedWith(401, "UNAUTHORIZED");
  }

  @Test
  @Rfc(value = 6750, section = "3.1")
  @Spec(value = "FAPI", section = "5.3.4")
  void a_missing_scope_is_403_and_names_what_is_needed() {
    var tokens = app.exchange(ada.approves(app, "guilds")).granted();

    var denied = app.get(ME, tokens.access()).deniedWith(403, "ACCESS_DENIED");

    assertThat(denied.header("WWW-Authenticate").orElseThrow())
        .contains("error=\"insufficient_scope\"", "scope=\"identify email\"");
    var identify = app.exchange(ada.approves(app, "identify")).granted();
    app.get(ME + "/guilds", identify.access()).deniedWith(403, "ACCESS_DENIED");
  }

  @Test
  void the_email_is_only_for_apps_with_the_scope() {
    var identify = app.exchange(ada.approves(app, "identify")).granted();
    var both = app.exchange(ada.approves(app, "identify email")).granted();
    var email = app.exchange(ada.approves(app, "email")).granted();

    assertThat(app.get(ME, identify.access()).json().path("email").isNull()).isTrue();
    assertThat(app.get(ME, both.access()).text("email")).isEqualTo(ada.email());
    assertThat(app.get(ME, email.access()).json().propertyNames())
        .containsExactly("id", "email", "verified");
  }

  @Test
  @Rfc(value = 8725, section = "3.12")
  @Attack("T-03")
  void what_was_made_for_something_else_opens_nothing() {
    String code = ada.approves(app, "identify");
    String refresh = app.exchange(ada.approves(app, "identify")).granted().refresh();
    var proof = ProofMaker.withNewKey();

    for (String other :
        List.of(
            code,
            refresh,
            app.secret(),
            proof.proof("GET", TestServer.ISSUER + ME, server.clock().instant()))) {
      app.get(ME, other).deniedWith(401, "INVALID_AUTH_TOKEN");
    }
  }

  @Test
  @Attack("U-20")
  void each_kind_of_token_opens_only_its_own_doors() {
    var tokens = app.exchange(ada.approves(app, "identify guilds")).granted();
    for (String path :
        List.of("/api/v1/oauth2/applications/@me", "/api/v1/users/@me/applications")) {
      app.get(path, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    }
    app.get(ME, ada.session()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.get(ME, tokens.refresh()).deniedWith(401, "INVALID_AUTH_TOKEN");

    var created = ada.post("/api/v1/oauth2/applications", Map.of("name", "Helper")).hasStatus(200);
    var bot = Map.of("Authorization", "Bot " + created.json().path("bot").path("token").asString());
    assertThat(server.wire().get(ME, bot).hasStatus(200).json().path("bot").asBoolean()).isTrue();
    server.wire().get("/api/v1/oauth2/applications/@me", bot).deniedWith(403, "ACCESS_DENIED");
  }
}
