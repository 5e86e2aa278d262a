package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ProofMaker;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PKCE: the code is worth nothing without the verifier that only the app's own device knows. */
final class PkceStoryTest {
  // The example of RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final Map<String, String> CHALLENGED =
      Map.of(
          "scope", "identify",
          "code_challenge", CHALLENGE,
          "code_challenge_method", "S256");

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Rfc(value = 7636, section = "4.6")
  void the_verifier_of_the_challenge_opens_the_code() {
    var app = server.app();
    var code = ada.consents(app, CHALLENGED).required("code");

    app.exchange(code, Map.of("code_verifier", VERIFIER)).granted();
  }

  @Test
  @Rfc(value = 7636, section = "4.6")
  @Rfc(value = 9700, section = "4.5.3.1")
  @Attack("C-10")
  void another_verifier_does_not_and_the_code_stays_usable() {
    var app = server.app();
    var code = ada.consents(app, CHALLENGED).required("code");

    app.exchange(code, Map.of("code_verifier", VERIFIER.replace('d', 'e')))
        .refusedWith("invalid_grant");

    app.exchange(code, Map.of("code_verifier", VERIFIER)).granted();
  }

  @Test
  @Rfc(value = 9700, section = "2.1.1")
  @Attack("C-06")
  void a_challenge_cannot_be_dropped_at_the_exchange() {
    var app = server.app();
    var code = ada.consents(app, CHALLENGED).required("code");

    app.exchange(code).refusedWith("invalid_grant");
  }

  @Test
  @Rfc(value = 9700, section = "4.8.2")
  @Attack("C-07")
  void a_verifier_without_a_challenge_is_refused() {
    var app = server.app();
    var code = ada.approves(app, "identify");

    app.exchange(code, Map.of("code_verifier", VERIFIER)).refusedWith("invalid_grant");
  }

  @Test
  @Rfc(value = 7636, section = "4.1")
  @Attack("C-08")
  void a_verifier_of_the_wrong_shape_is_an_invalid_request() {
    var app = server.app();
    var code = ada.consents(app, CHALLENGED).required("code");

    app.exchange(code, Map.of("code_verifier", "short")).refusedWith("invalid_request");
    app.exchange(code, Map.of("code_verifier", "ü".repeat(50))).refusedWith("invalid_request");
    app.exchange(code, Map.of("code_verifier", "a".repeat(129))).refusedWith("invalid_request");
  }

  @Test
  @Rfc(value = 9700, section = "2.1.1")
  @Rfc(value = 8252, section = "6")
  @Rfc(value = 8252, section = "8.1")
  @Attack("C-09")
  void a_public_app_must_send_a_challenge_and_then_needs_no_secret() {
    var app = server.publicApp("https://app.example/callback");

    ada.post(
            "/api/v1/oauth2/authorize/consent",
            Map.of("client_id", app.id(), "redirect_uri", app.redirectUri(), "scope", "identify"))
        .refusedWith("invalid_request");
    var code = ada.consents(app, CHALLENGED).required("code");

    var tokens = app.exchange(code, Map.of("code_verifier", VERIFIER)).granted();
    assertThat(app.refresh(tokens.refresh()).granted().scope()).isEqualTo("identify");
  }

  @Test
  @Rfc(value = 8252, section = "8.5")
  @Attack("A-04")
  void a_public_app_that_sends_a_secret_is_not_believed() {
    var app = server.publicApp("https://app.example/callback");
    var code = ada.consents(app, CHALLENGED).required("code");

    app.exchange(code, Map.of("code_verifier", VERIFIER, "client_secret", "anything"))
        .refusedWith("invalid_client");
  }

  @Test
  @Rfc(value = 8252, section = "7.3")
  @Attack("R-07")
  void a_native_app_may_use_any_port_of_its_loopback_address() {
    var app = server.publicApp("http://127.0.0.1/callback");
    var onAnyPort =
        Map.of(
            "scope", "identify",
            "redirect_uri", "http://127.0.0.1:49152/callback",
            "code_challenge", CHALLENGE,
            "code_challenge_method", "S256");

    var code = ada.consents(app, onAnyPort).required("code");

    app.exchange(
            code,
            Map.of("code_verifier", VERIFIER, "redirect_uri", "http://127.0.0.1:49152/callback"))
        .granted();
  }

  @Test
  @Rfc(value = 8252, section = "7.1")
  @Attack("R-05")
  void a_native_app_is_answered_at_a_scheme_of_its_own() {
    var owner = server.user("maker");
    TestApp phone = owner.registersApp("Phone", "public", "com.example.stars:/cb");

    var answer =
        owner.consents(
            phone,
            Map.of(
                "scope", "identify",
                "code_challenge", ProofMaker.hash("v".repeat(43)),
                "code_challenge_method", "S256"));

    var verifier = Map.of("code_verifier", "v".repeat(43));
    phone.exchange(answer.required("code"), verifier).granted();
    String settings = "/api/v1/oauth2/applications/" + phone.id();
    owner.patch(settings, Map.of("client_type", "confidential")).invalidOn("client_type");
    var body = Map.of("name", "Web", "redirect_uris", List.of("com.example.stars:/cb"));
    owner.post("/api/v1/oauth2/applications", body).invalidOn("redirect_uris.0");
  }
}
