package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ClientKeyPair;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Stranger;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** How an app authenticates by its keys ({@code private_key_jwt}). */
final class ClientAssertionStoryTest {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final JsonMapper JSON = new JsonMapper();

  private final Stranger stranger = Stranger.start();
  private final TestServer server = TestServer.beside(stranger);
  private final TestUser ada = server.user("ada");
  private final TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
  private final ClientKeyPair key = ClientKeyPair.es256("a");
  private final AtomicInteger ids = new AtomicInteger();

  @AfterEach
  void stop() {
    server.close();
    stranger.close();
  }

  private Answer change(TestApp changed, Map<String, ?> fields) {
    var body = new HashMap<String, Object>(fields);
    body.put("password", TestUser.PASSWORD);
    return ada.patch("/api/v1/oauth2/applications/" + changed.id(), body);
  }

  private void registerKey() {
    change(app, Map.of("jwks", JSON.readTree(ClientKeyPair.set(key)))).hasStatus(200);
  }

  private String assertion(TestApp client, ClientKeyPair signing, Map<String, Object> other) {
    var claims = new HashMap<String, Object>();
    claims.put("iss", client.id());
    claims.put("sub", client.id());
    claims.put("aud", TestServer.ISSUER);
    claims.put("exp", server.clock().instant().getEpochSecond() + 60);
    claims.put("jti", "id " + ids.incrementAndGet());
    claims.putAll(other);
    return signing.sign(JSON.writeValueAsString(claims));
  }

  private String assertion() {
    return assertion(app, key, Map.of());
  }

  private static Map<String, String> fields(String assertion) {
    return Map.of(
        "client_secret", "", "client_assertion_type", TYPE, "client_assertion", assertion);
  }

  private Answer exchange(String assertion) {
    return app.exchange(ada.approves(app, "identify"), fields(assertion));
  }

  private Answer revoke(String token, String assertion) {
    var form = Map.of("token", token, "client_assertion_type", TYPE, "client_assertion", assertion);
    return server.wire().form("/api/v1/oauth2/token/revoke", form, Map.of());
  }

  private static void says(Answer answer, String words) {
    answer.refusedWith("invalid_client");
    assertThat(answer.text("error_description")).contains(words);
  }

  @Test
  @Rfc(value = 7523, section = "2.2")
  @Rfc(value = 7521, section = "4.2")
  @Rfc(value = 9700, section = "2.5")
  void an_app_signs_in_refreshes_and_revokes_by_its_key() {
    registerKey();
    var form = new HashMap<>(fields(assertion()));
    form.put("client_id", "");
    var tokens = app.exchange(ada.approves(app, "identify"), form).granted();

    var next = app.refresh(tokens.refresh(), fields(assertion())).granted();

    revoke(next.access(), assertion()).hasStatus(200);
    app.get("/api/v1/users/@me", next.access()).hasStatus(401);
  }

  @Test
  @Rfc(value = 9126, section = "2")
  void a_request_is_pushed_by_an_assertion_for_whichever_endpoint() {
    registerKey();
    for (String audience : List.of("", "/api/v1/oauth2/token", "/api/v1/oauth2/par")) {
      String pushing = assertion(app, key, Map.of("aud", TestServer.ISSUER + audience));
      var form =
          Map.of(
              "response_type",
              "code",
              "redirect_uri",
              app.redirectUri(),
              "scope",
              "identify",
              "client_assertion_type",
              TYPE,
              "client_assertion",
              pushing);
      server.wire().form("/api/v1/oauth2/par", form, Map.of()).hasStatus(201);
    }
  }

  @Test
  void secrets_and_keys_stand_side_by_side() {
    registerKey();

    app.exchange(ada.approves(app, "identify")).granted();
    exchange(assertion()).granted();
  }

  @Test
  @Attack("A-06")
  @Rfc(value = 7523, section = "3")
  void an_assertion_works_once_even_after_a_restart() {
    registerKey();
    String assertion = assertion();
    exchange(assertion).granted();

    says(exchange(assertion), "once");
    server.restart();
    says(exchange(assertion), "once");
  }

  @Test
  @Attack("A-06")
  void of_many_at_once_one_assertion_lets_one_in() {
    registerKey();
    String assertion = assertion();

    var answers = Together.times(16, () -> revoke("x", assertion).status());
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 401).hasSize(15);
  }

  @Test
  @Attack("A-06")
  @Rfc(value = 7521, section = "4.2.1")
  void a_wrong_assertion_is_invalid_client_and_the_code_stays_good() {
    registerKey();
    String code = ada.approves(app, "identify");
    for (String wrong :
        List.of(
            assertion(app, ClientKeyPair.es256("a"), Map.of()),
            assertion(app, ClientKeyPair.es256("b"), Map.of()),
            assertion(app, key, Map.of("aud", "https://other.example")),
            assertion(app, key, Map.of("aud", List.of(TestServer.ISSUER, "https://o.example"))),
            assertion(app, key, Map.of("exp", server.clock().instant().getEpochSecond())),
            assertion(app, key, Map.of("sub", "1")),
            "null",
            "bnVsbA.bnVsbA.bnVsbA",
            "x".repeat(20_000))) {
      app.exchange(code, fields(wrong)).refusedWith("invalid_client");
    }

    app.exchange(code, fields(assertion())).granted();
  }

  @Test
  @Attack("A-02")
  @Rfc(value = 6749, section = "2.3")
  void an_assertion_comes_alone_and_with_its_type() {
    registerKey();
    String code = ada.approves(app, "identify");
    var withSecret = new HashMap<>(fields(assertion()));
    withSecret.put("client_secret", app.secret());
    app.exchange(code, withSecret).refusedWith("invalid_request");
    var basic = Map.of("Authorization", app.basic());
    var form = new HashMap<>(fields(assertion()));
    form.values().removeIf(String::isEmpty);
    form.put("grant_type", "authorization_code");
    server.wire().form(TestApp.TOKEN, form, basic).refusedWith("invalid_request");
    for (String missing : List.of("client_assertion_type", "client_assertion")) {
      var half = new HashMap<>(fields(assertion()));
      half.put(missing, "");
      app.exchange(code, half).refusedWith("invalid_request");
    }
    var other = new HashMap<>(fields(assertion()));
    other.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");
    app.exchange(code, other).refusedWith("invalid_client");
    var foreign = new HashMap<>(fields(assertion()));
    foreign.put("client_id", "1");
    app.exchange(code, foreign).refusedWith("invalid_client");
  }

  @Test
  @Attack("A-06")
  void fapi_takes_keys_alone_and_the_newer_ways_of_signing() {
    var old = ClientKeyPair.rsa("r", JWSAlgorithm.RS256);
    change(app, Map.of("fapi", true)).invalidOn("fapi");
    var keys = JSON.readTree(ClientKeyPair.set(key, old));
    change(app, Map.of("jwks", keys, "fapi", true)).hasStatus(200);
    says(app.refresh("x"), "private_key_jwt");
    says(app.refresh("x", fields(assertion(app, old, Map.of()))), "RS256");
    says(
        app.refresh("x", fields(assertion(app, key, Map.of("aud", List.of(TestServer.ISSUER))))),
        "one string");
    revoke("x", assertion()).hasStatus(200);
  }

  @Test
  @Attack("A-04")
  void a_public_app_authenticates_by_no_assertion() {
    var open = ada.registersApp("Pocket", "public", TestApp.REDIRECT_URI);
    change(open, Map.of("jwks", JSON.readTree(ClientKeyPair.set(key)))).invalidOn("jwks");

    String assertion = assertion(open, key, Map.of());
    says(open.refresh("x", fields(assertion)), "public application");
  }

  @Test
  void published_keys_are_found_and_a_change_of_keys_needs_nothing_here() {
    stranger.publishing(ClientKeyPair.set(key));
    change(app, Map.of("jwks_uri", stranger.at("/keys").toString())).hasStatus(200);
    exchange(assertion()).granted();
    exchange(assertion()).granted();
    assertThat(stranger.requests()).hasSize(1);

    var newer = ClientKeyPair.es256("newer");
    stranger.publishing(ClientKeyPair.set(newer));
    says(exchange(assertion(app, newer, Map.of())), "No key");
    server.clock().advance(Duration.ofSeconds(30));
    exchange(assertion(app, newer, Map.of())).granted();
    says(exchange(assertion()), "No key");
  }

  @Test
  @Attack("A-07")
  void keys_that_cannot_be_fetched_are_invalid_client_and_why_is_told() {
    stranger.answering(out -> Stranger.write(out, "HTTP/1.1 302 x\r\nLocation: /x\r\n\r\n"));
    change(app, Map.of("jwks_uri", stranger.at("/keys").toString())).hasStatus(200);

    says(exchange(assertion()), "redirect");
    change(app, Map.of("jwks_uri", "http://stranger.example/keys")).invalidOn("jwks_uri");
  }

  @Test
  @Attack("U-12")
  void keys_are_changed_only_by_who_knows_the_password() {
    var keys = Map.of("jwks", JSON.readTree(ClientKeyPair.set(key)));
    String path = "/api/v1/oauth2/applications/" + app.id();

    ada.patch(path, keys).deniedWith(403, "SUDO_MODE_REQUIRED");
    ada.patch(path, Map.of("jwks_uri", "https://evil.example/keys"))
        .deniedWith(403, "SUDO_MODE_REQUIRED");
    says(exchange(assertion()), "no keys");
    ada.patch(path, Map.of("name", "Stargazer 2", "require_pkce", true)).hasStatus(200);
  }

  @Test
  void the_last_way_to_authenticate_stays() {
    registerKey();
    String secrets = "/api/v1/oauth2/applications/" + app.id() + "/client-secrets";
    String id = ada.get(secrets).hasStatus(200).json().path(0).path("id").asString();
    ada.delete(secrets + "/" + id, Map.of("password", TestUser.PASSWORD)).hasStatus(204);

    app.exchange(ada.approves(app, "identify")).refusedWith("invalid_client");
    exchange(assertion()).granted();
    var none = new HashMap<String, Object>();
    none.put("jwks", null);
    change(app, none).invalidOn("jwks");
    ada.post(secrets, Map.of("password", TestUser.PASSWORD)).hasStatus(200);
    change(app, none).hasStatus(200);
    says(exchange(assertion()), "no keys");
  }

  @Test
  @Attack("A-08")
  void a_deleted_app_is_not_let_in() {
    registerKey();
    ada.delete("/api/v1/oauth2/applications/" + app.id(), Map.of("password", TestUser.PASSWORD))
        .hasStatus(204);

    app.refresh("x", fields(assertion())).refusedWith("invalid_client");
    app.refresh("x").refusedWith("invalid_client");
  }

  @Test
  @Attack("A-09")
  void a_secret_ends_with_its_rotation() {
    String path = "/api/v1/oauth2/applications/" + app.id();
    var sudo = Map.of("password", TestUser.PASSWORD);
    String first = ada.get(path + "/client-secrets").json().path(0).path("id").asString();
    String second = ada.post(path + "/client-secrets", sudo).hasStatus(200).text("client_secret");
    var rotated = new TestApp(server, app.id(), second, app.redirectUri());
    app.refresh("x").refusedWith("invalid_grant");

    ada.delete(path + "/client-secrets/" + first, sudo).hasStatus(204);
    app.refresh("x").refusedWith("invalid_client");
    rotated.refresh("x").refusedWith("invalid_grant");

    ada.post(path + "/client-secret/reset", sudo).hasStatus(200);
    rotated.refresh("x").refusedWith("invalid_client");
  }

  @Test
  @Rfc(value = 7636, section = "4.4.1")
  @Attack("C-09")
  void an_app_that_demands_pkce_asks_with_a_challenge() {
    change(app, Map.of("require_pkce", true)).hasStatus(200);

    var body =
        Map.of(
            "client_id",
            app.id(),
            "redirect_uri",
            app.redirectUri(),
            "response_type",
            "code",
            "scope",
            "identify");
    ada.post("/api/v1/oauth2/authorize/consent", body).refusedWith("invalid_request");
  }

  @Test
  @Rfc(value = 8414, section = "2")
  void the_metadata_tells_that_keys_will_do() {
    var metadata = server.wire().get("/.well-known/oauth-authorization-server").json();
    for (String endpoint : List.of("token_endpoint", "revocation_endpoint")) {
      assertThat(metadata.path(endpoint + "_auth_methods_supported").toString())
          .contains("\"private_key_jwt\"");
      assertThat(metadata.path(endpoint + "_auth_signing_alg_values_supported").toString())
          .isEqualTo("[\"ES256\",\"PS256\",\"RS256\",\"EdDSA\",\"Ed25519\"]");
    }
  }
}
