package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ProofMaker;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.core.testing.TestClock;
import com.astraof.oauth2.server.config.TokenSettings;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Answer.Tokens;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Apps that prove with every request that they hold a key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DpopStoryTest {
  private static final String TOKEN = TestServer.ISSUER + TestApp.TOKEN;
  private static final String ME = "/api/v1/users/@me";
  private static final TokenSettings NONCES = new TokenSettings(Lifetimes.DOCUMENTED, true);
  private static final String VERIFIER = "v".repeat(43);

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final TestApp pocket = server.publicApp("http://127.0.0.1/cb");
  private final ProofMaker key = ProofMaker.withNewKey();

  @AfterAll
  void close() {
    server.close();
  }

  private String proof(ProofMaker maker) {
    return maker.proof("POST", TOKEN, server.clock().instant());
  }

  private static Map<String, String> codeOf(TestApp app, String code) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", app.redirectUri());
    return fields;
  }

  private static Map<String, String> refreshOf(String token) {
    return Map.of("grant_type", "refresh_token", "refresh_token", token);
  }

  private Tokens bound() {
    return app.token(codeOf(app, ada.approves(app, "identify guilds")), proof(key)).grantedToKey();
  }

  private Tokens boundPublic() {
    var request =
        Map.of(
            "scope", "identify",
            "code_challenge", ProofMaker.hash(VERIFIER),
            "code_challenge_method", "S256");
    var fields = codeOf(pocket, ada.consents(pocket, request).required("code"));
    fields.put("code_verifier", VERIFIER);
    return pocket.token(fields, proof(key)).grantedToKey();
  }

  private Answer get(String path, String scheme, String token, String proof) {
    var headers = new HashMap<>(Map.of("Authorization", scheme + " " + token));
    if (!proof.isEmpty()) {
      headers.put("DPoP", proof);
    }
    return server.wire().get(path, headers);
  }

  private String proofFor(String token, String path) {
    return key.proofFor(token, "GET", TestServer.ISSUER + path, server.clock().instant());
  }

  @Test
  @Rfc(value = 9449, section = "5")
  @Rfc(value = 9449, section = "7.1")
  @Rfc(value = 9700, section = "2.2.1")
  void a_token_that_is_bound_to_a_key_opens_the_api_with_a_proof() {
    String token = bound().access();

    get(ME, "DPoP", token, proofFor(token, ME)).hasStatus(200);
    get("/api/v1/users/@me/guilds", "DPoP", token, proofFor(token, "/api/v1/users/@me/guilds"))
        .hasStatus(200);
    get("/api/v1/oauth2/@me", "DPoP", token, proofFor(token, "/api/v1/oauth2/@me")).hasStatus(200);
  }

  @Test
  @Rfc(value = 9449, section = "7.1")
  @Attack("T-18")
  void without_a_good_proof_it_opens_nothing() {
    String token = bound().access();
    String used = proofFor(token, ME);
    get(ME, "DPoP", token, used).hasStatus(200);

    for (String wrong : new String[] {"", "nonsense", used, proof(key), proofFor("other", ME)}) {
      var refused = get(ME, "DPoP", token, wrong).deniedWith(401, "INVALID_AUTH_TOKEN");
      assertThat(refused.header("WWW-Authenticate").orElseThrow())
          .startsWith("DPoP ")
          .contains("error=\"invalid_dpop_proof\"", "algs=\"ES256 ");
    }
    String ofAnother =
        ProofMaker.withNewKey()
            .proofFor(token, "GET", TestServer.ISSUER + ME, server.clock().instant());
    assertThat(get(ME, "DPoP", token, ofAnother).header("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
  }

  @Test
  @Rfc(value = 9449, section = "7.2")
  @Attack("T-19")
  void neither_kind_of_token_passes_for_the_other() {
    String bound = bound().access();
    String bearer = app.accessOf(ada, "identify");

    get(ME, "Bearer", bound, "").deniedWith(401, "INVALID_AUTH_TOKEN");
    get(ME, "Bearer", bound, proofFor(bound, ME)).deniedWith(401, "INVALID_AUTH_TOKEN");
    get(ME, "DPoP", bearer, proofFor(bearer, ME)).deniedWith(401, "INVALID_AUTH_TOKEN");
    get("/api/v1/oauth2/userinfo", "Bearer", bound, "").deniedWith(401, "INVALID_TOKEN");
  }

  @Test
  @Rfc(value = 9449, section = "5")
  void a_bad_proof_gets_no_tokens_and_the_code_stays_good() {
    var fields = codeOf(app, ada.approves(app, "identify"));
    String used = proof(key);
    app.token(Map.of("grant_type", "client_credentials"), used).hasStatus(200);

    app.token(fields, used).refusedWith("invalid_dpop_proof");
    app.token(fields, "nonsense").refusedWith("invalid_dpop_proof");
    app.token(fields, key.proof("POST", "https://evil.example/", server.clock().instant()))
        .refusedWith("invalid_dpop_proof");

    app.token(fields, proof(key)).grantedToKey();
  }

  @Test
  @Rfc(value = 9449, section = "5")
  @Rfc(value = 9700, section = "2.2.2")
  void the_refresh_token_of_a_public_app_is_bound_to_its_key() {
    var tokens = boundPublic();

    pocket.refresh(tokens.refresh()).refusedWith("invalid_grant");
    pocket
        .token(refreshOf(tokens.refresh()), proof(ProofMaker.withNewKey()))
        .refusedWith("invalid_grant");
    var next = pocket.token(refreshOf(tokens.refresh()), proof(key)).grantedToKey();
    assertThat(pocket.token(refreshOf(next.refresh()), proof(key)).grantedToKey().refresh())
        .isNotEqualTo(next.refresh());
  }

  @Test
  @Attack("T-07")
  void a_key_is_worth_the_long_grace_window() {
    var tokens = boundPublic();
    var lost = pocket.token(refreshOf(tokens.refresh()), proof(key)).grantedToKey();

    server.clock().advance(Duration.ofMinutes(50));

    var again = pocket.token(refreshOf(tokens.refresh()), proof(key)).grantedToKey();
    assertThat(again.refresh()).isEqualTo(lost.refresh());
  }

  @Test
  @Rfc(value = 9449, section = "5")
  void a_confidential_app_may_change_its_key_at_a_refresh() {
    var tokens = bound();

    var next =
        app.token(refreshOf(tokens.refresh()), proof(ProofMaker.withNewKey())).grantedToKey();

    assertThat(next.access()).isNotEqualTo(tokens.access());
  }

  @Test
  @Rfc(value = 9449, section = "10")
  @Attack("C-10")
  @Spec(value = "FAPI", section = "5.3.2.1")
  void a_code_that_is_bound_to_a_key_is_worth_nothing_without_it() {
    var request = Map.of("scope", "identify", "dpop_jkt", key.thumbprint());
    String code = ada.consents(app, request).required("code");
    var fields = codeOf(app, code);

    app.token(fields, proof(ProofMaker.withNewKey())).refusedWith("invalid_grant");
    app.exchange(code).refusedWith("invalid_grant");
    app.token(fields, proof(key)).grantedToKey();
  }

  @Test
  @Rfc(value = 9449, section = "5.2")
  void an_app_that_demands_binding_gets_no_other_tokens() {
    var owner = server.user("grace");
    TestApp strict = owner.registersApp("Strict", "confidential", TestApp.REDIRECT_URI);
    owner
        .patch(
            "/api/v1/oauth2/applications/" + strict.id(), Map.of("dpop_bound_access_tokens", true))
        .hasStatus(200);
    String code = ada.approves(strict, "identify");

    strict.exchange(code).refusedWith("invalid_dpop_proof");
    strict.token(codeOf(strict, code), proof(key)).grantedToKey();
  }

  @Test
  @Rfc(value = 9449, section = "6.2")
  void introspection_names_the_key() {
    var tokens = bound();

    var active = app.introspect(tokens.access()).hasStatus(200);

    assertThat(active.text("token_type")).isEqualTo("DPoP");
    assertThat(active.json().path("cnf").path("jkt").asString()).isEqualTo(key.thumbprint());
  }

  @Test
  @Rfc(value = 9449, section = "4.3")
  @Attack("T-18")
  void one_proof_comes_in_one_header() {
    String two = proof(key) + ", " + proof(key);

    var answer =
        server
            .wire()
            .form(
                TestApp.TOKEN,
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", app.id(),
                    "client_secret", app.secret()),
                Map.of("DPoP", two));

    answer.refusedWith("invalid_dpop_proof");
  }

  @Test
  @Rfc(value = 9449, section = "8")
  @Rfc(value = 9449, section = "9")
  @Attack("T-18")
  @Spec(value = "FAPI", section = "5.3.2.1")
  void where_nonces_are_configured_a_proof_made_in_advance_is_worth_nothing() {
    try (var strict = TestServer.with(settings -> settings.with(NONCES))) {
      var grace = strict.user("grace");
      TestApp careful = strict.app();
      var fields = codeOf(careful, grace.approves(careful, "identify"));

      var refused =
          careful
              .token(fields, withNonce("POST", TestApp.TOKEN, "none", ""))
              .refusedWith("use_dpop_nonce");
      String nonce = refused.header("DPoP-Nonce").orElseThrow();
      var tokens =
          careful.token(fields, withNonce("POST", TestApp.TOKEN, nonce, "")).grantedToKey();

      var headers =
          Map.of(
              "Authorization",
              "DPoP " + tokens.access(),
              "DPoP",
              withNonce("GET", ME, "none", tokens.access()));
      var denied = strict.wire().get(ME, headers).deniedWith(401, "INVALID_AUTH_TOKEN");
      assertThat(denied.header("WWW-Authenticate").orElseThrow())
          .contains("error=\"use_dpop_nonce\"");
      String next = denied.header("DPoP-Nonce").orElseThrow();
      var good =
          Map.of(
              "Authorization",
              "DPoP " + tokens.access(),
              "DPoP",
              withNonce("GET", ME, next, tokens.access()));
      assertThat(strict.wire().get(ME, good).hasStatus(200).header("DPoP-Nonce")).isPresent();
    }
  }

  private String withNonce(String method, String path, String nonce, String token) {
    return key.proof(
        method,
        TestServer.ISSUER + path,
        TestClock.START,
        claims -> {
          claims.claim("nonce", nonce);
          if (!token.isEmpty()) {
            claims.claim("ath", ProofMaker.hash(token));
          }
        });
  }
}
