package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ClientKeyPair;
import com.astraof.oauth2.core.testing.ProofMaker;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.server.config.TokenSettings;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * An application under the FAPI 2.0 Security Profile: each rule of its section 5.3 that an
 * authorization server keeps.
 *
 * @see <a href="https://openid.net/specs/fapi-security-profile-2_0-final.html">FAPI 2.0 Security
 *     Profile</a>
 */
final class FapiStoryTest {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String PAR = "/api/v1/oauth2/par";
  private static final String VERIFIER = "v".repeat(43);
  private static final JsonMapper JSON = new JsonMapper();

  /** Codes that would live for ten minutes elsewhere. */
  private static final Lifetimes LONG_CODES =
      new Lifetimes(
          Duration.ofMinutes(10),
          Lifetimes.DOCUMENTED.access(),
          Lifetimes.DOCUMENTED.refreshIdle(),
          Lifetimes.DOCUMENTED.refreshTotal(),
          Lifetimes.DOCUMENTED.grace());

  private final TestServer server =
      TestServer.with(settings -> settings.with(new TokenSettings(LONG_CODES, false)));
  private final TestUser owner = server.user("grace");
  private final TestUser ada = server.user("ada");
  private final TestApp app = owner.registersApp("Bank", "confidential", TestApp.REDIRECT_URI);
  private final ClientKeyPair signing = ClientKeyPair.es256("a");
  private final ProofMaker key = ProofMaker.withNewKey();
  private final AtomicInteger ids = new AtomicInteger();

  @BeforeEach
  void bind() {
    settle(Map.of("jwks", JSON.readTree(ClientKeyPair.set(signing)), "fapi", true)).hasStatus(200);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Answer settle(Map<String, ?> fields) {
    var body = new HashMap<String, Object>(fields);
    body.put("password", TestUser.PASSWORD);
    return owner.patch("/api/v1/oauth2/applications/" + app.id(), body);
  }

  private String assertion(Object audience, int seconds) {
    return assertion(signing, audience, seconds);
  }

  private String assertion(ClientKeyPair pair, Object audience, int seconds) {
    long now = server.clock().instant().getEpochSecond();
    return pair.sign(
        JSON.writeValueAsString(
            Map.of(
                "iss", app.id(),
                "sub", app.id(),
                "aud", audience,
                "iat", now + seconds,
                "nbf", now + seconds,
                "exp", now + seconds + 60,
                "jti", "id " + ids.incrementAndGet())));
  }

  private String assertion() {
    return assertion(TestServer.ISSUER, 0);
  }

  private String proof(String path) {
    return key.proof("POST", TestServer.ISSUER + path, server.clock().instant());
  }

  private Map<String, String> request() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("client_id", app.id());
    fields.put("response_type", "code");
    fields.put("redirect_uri", app.redirectUri());
    fields.put("scope", "identify");
    fields.put("code_challenge", ProofMaker.hash(VERIFIER));
    fields.put("code_challenge_method", "S256");
    return fields;
  }

  private Answer push(Map<String, String> request, String assertion) {
    var fields = new LinkedHashMap<>(request);
    fields.put("client_assertion_type", TYPE);
    fields.put("client_assertion", assertion);
    fields.values().removeIf(String::isEmpty);
    return server.wire().form(PAR, fields, Map.of());
  }

  private Parameters answer() {
    String requestUri = push(request(), assertion()).hasStatus(201).text("request_uri");
    var decided =
        ada.post(
                "/api/v1/oauth2/authorize/consent",
                Map.of("client_id", app.id(), "request_uri", requestUri))
            .hasStatus(200);
    return Parameters.parse(URI.create(decided.text("redirect_to")).getRawQuery());
  }

  private Answer token(Map<String, String> fields, Map<String, String> headers) {
    var form = new LinkedHashMap<>(fields);
    form.put("client_assertion_type", TYPE);
    form.put("client_assertion", assertion());
    return server.wire().form(TestApp.TOKEN, form, headers);
  }

  private static Map<String, String> exchange(String code) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        TestApp.REDIRECT_URI,
        "code_verifier",
        VERIFIER);
  }

  private Answer tokens(String code) {
    return token(exchange(code), Map.of("DPoP", proof(TestApp.TOKEN)));
  }

  @Test
  @Rfc(value = 9126, section = "6")
  @Spec(value = "FAPI", section = "5.3.2.2")
  @Spec(value = "FAPI", section = "5.3.4")
  void the_whole_flow_works() {
    var answer = answer();
    assertThat(answer.required("iss")).isEqualTo(TestServer.ISSUER);

    var tokens = tokens(answer.required("code")).grantedToKey();

    String me = "/api/v1/users/@me";
    String proof =
        key.proofFor(tokens.access(), "GET", TestServer.ISSUER + me, server.clock().instant());
    var headers = Map.of("Authorization", "DPoP " + tokens.access(), "DPoP", proof);
    server.wire().get(me, headers).hasStatus(200);
  }

  @Test
  @Attack("A-06")
  @Spec(value = "FAPI", section = "5.3.2.1")
  @Spec(value = "FAPI", section = "5.3.2.2")
  void a_secret_authenticates_nobody() {
    String secret = app.secret();
    var form = new LinkedHashMap<>(request());
    form.put("client_secret", secret);
    server.wire().form(PAR, form, Map.of()).refusedWith("invalid_client");
    server
        .wire()
        .form(
            TestApp.TOKEN,
            Map.of("grant_type", "client_credentials"),
            Map.of("Authorization", app.basic(), "DPoP", proof(TestApp.TOKEN)))
        .refusedWith("invalid_client");
  }

  @Test
  @Rfc(value = 7523, section = "3")
  @Attack("A-06")
  @Spec(value = "FAPI", section = "5.3.2.1")
  void an_assertion_names_the_issuer_alone_in_one_string() {
    String endpoint = TestServer.ISSUER + TestApp.TOKEN;
    for (Object audience : List.of(endpoint, List.of(TestServer.ISSUER), TestServer.ISSUER + "/")) {
      push(request(), assertion(audience, 0)).refusedWith("invalid_client");
    }
  }

  @Test
  @Rfc(value = 7523, section = "3")
  @Attack("A-06")
  @Spec(value = "FAPI", section = "5.3.2.1")
  void clocks_may_differ_by_ten_seconds_and_not_by_sixty() {
    push(request(), assertion(TestServer.ISSUER, 10)).hasStatus(201);
    push(request(), assertion(TestServer.ISSUER, 61)).refusedWith("invalid_client");
    push(request(), assertion(TestServer.ISSUER, -3_600)).refusedWith("invalid_client");
  }

  @Test
  @Attack("A-06")
  @Spec(value = "FAPI", section = "5.4.1")
  void rs256_is_refused_and_ps256_and_eddsa_are_welcome() {
    var rs256 = ClientKeyPair.rsa("r", JWSAlgorithm.RS256);
    var ps256 = ClientKeyPair.rsa("p", JWSAlgorithm.PS256);
    var eddsa = ClientKeyPair.ed25519("e", JWSAlgorithm.EdDSA);
    settle(Map.of("jwks", JSON.readTree(ClientKeyPair.set(rs256, ps256, eddsa)))).hasStatus(200);

    push(request(), assertion(rs256, TestServer.ISSUER, 0)).refusedWith("invalid_client");
    push(request(), assertion(ps256, TestServer.ISSUER, 0)).hasStatus(201);
    push(request(), assertion(eddsa, TestServer.ISSUER, 0)).hasStatus(201);
  }

  @Test
  @Attack("A-06")
  @Spec(value = "FAPI", section = "5.3.2.2")
  void an_assertion_works_once() {
    String assertion = assertion();
    push(request(), assertion).hasStatus(201);

    push(request(), assertion).refusedWith("invalid_client");
  }

  @Test
  @Rfc(value = 9126, section = "6")
  @Attack("R-10")
  @Spec(value = "FAPI", section = "5.3.2.2")
  void no_request_comes_through_a_browser() {
    var sentBack =
        server.wire().get("/oauth2/authorize?" + Wire.encode(request())).redirectParameters();

    assertThat(sentBack.required("error")).isEqualTo("invalid_request");
  }

  @Test
  @Rfc(value = 7636, section = "4.4.1")
  @Attack("C-06")
  @Attack("C-08")
  @Spec(value = "FAPI", section = "5.3.2.2")
  void every_request_has_a_challenge_by_s256() {
    var without = request();
    without.put("code_challenge", "");
    without.put("code_challenge_method", "");
    push(without, assertion()).refusedWith("invalid_request");
    var plain = request();
    plain.put("code_challenge", VERIFIER);
    plain.put("code_challenge_method", "plain");
    push(plain, assertion()).refusedWith("invalid_request");
  }

  @Test
  @Attack("R-15")
  @Spec(value = "FAPI", section = "5.3.2.2")
  void only_a_code_is_answered_and_only_to_a_redirect_uri_that_is_named() {
    for (var change :
        List.of(
            Map.entry("response_type", "token"),
            Map.entry("response_type", "code id_token"),
            Map.entry("redirect_uri", ""),
            Map.entry("redirect_uri", app.redirectUri() + "?x=1"))) {
      var wrong = request();
      wrong.put(change.getKey(), change.getValue());
      assertThat(push(wrong, assertion()).status()).as(change.toString()).isEqualTo(400);
    }
  }

  @Test
  @Attack("R-06")
  @Spec(value = "FAPI", section = "5.3.2.2")
  void a_redirect_uri_is_https() {
    settle(Map.of("redirect_uris", List.of("http://localhost/cb"))).hasStatus(200);
    var plain = request();
    plain.put("redirect_uri", "http://localhost/cb");

    push(plain, assertion()).refusedWith("invalid_request");
  }

  @Test
  @Rfc(value = 9449, section = "5.2")
  @Attack("T-19")
  @Spec(value = "FAPI", section = "5.3.2.1")
  void tokens_are_bound_to_a_key_or_not_issued() {
    String code = answer().required("code");

    token(exchange(code), Map.of()).refusedWith("invalid_dpop_proof");
    tokens(code).grantedToKey();
  }

  @Test
  @Attack("C-04")
  @Spec(value = "FAPI", section = "5.3.2.1")
  void a_code_lives_for_a_minute_at_most() {
    String code = answer().required("code");
    server.clock().advance(Duration.ofSeconds(60));

    tokens(code).refusedWith("invalid_grant");
  }

  @Test
  @Attack("C-01")
  @Spec(value = "FAPI", section = "5.3.2.2")
  void a_code_works_once() {
    String code = answer().required("code");
    var tokens = tokens(code).grantedToKey();

    tokens(code).refusedWith("invalid_grant");
    refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  private Answer refresh(String token) {
    return token(
        Map.of("grant_type", "refresh_token", "refresh_token", token),
        Map.of("DPoP", proof(TestApp.TOKEN)));
  }

  @Test
  @Spec(value = "FAPI", section = "5.3.2.1")
  void the_refresh_token_stays_and_the_grant_lives_on() {
    var tokens = tokens(answer().required("code")).grantedToKey();

    for (int month = 1; month <= 8; month++) {
      server.clock().advance(Duration.ofDays(30));
      var next = refresh(tokens.refresh()).grantedToKey();
      assertThat(next.refresh()).isEqualTo(tokens.refresh());
      assertThat(next.access()).isNotEqualTo(tokens.access());
    }
    server.clock().advance(Duration.ofDays(180));
    refresh(tokens.refresh()).refusedWith("invalid_grant");
  }

  @Test
  @Attack("A-04")
  @Spec(value = "FAPI", section = "5.3.2.1")
  void a_refresh_token_is_worth_nothing_without_the_applications_key() {
    var tokens = tokens(answer().required("code")).grantedToKey();
    var stolen = ClientKeyPair.es256("a");

    var form =
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            tokens.refresh(),
            "client_assertion_type",
            TYPE,
            "client_assertion",
            assertion(stolen, TestServer.ISSUER, 0));
    server
        .wire()
        .form(TestApp.TOKEN, form, Map.of("DPoP", proof(TestApp.TOKEN)))
        .refusedWith("invalid_client");
  }

  @Test
  @Rfc(value = 8628, section = "3.1")
  void there_is_no_device_authorization() {
    var form =
        Map.of("scope", "identify", "client_assertion_type", TYPE, "client_assertion", assertion());

    server
        .wire()
        .form("/api/v1/oauth2/device_authorization", form, Map.of())
        .refusedWith("unauthorized_client");
  }

  @Test
  @Spec(value = "FAPI", section = "5.3.2.1")
  void only_a_confidential_application_with_a_key_binds_itself() {
    TestApp pocket = owner.registersApp("Pocket", "public", "http://127.0.0.1/cb");
    owner
        .patch("/api/v1/oauth2/applications/" + pocket.id(), Map.of("fapi", true))
        .invalidOn("fapi");
    settle(Map.of("client_type", "public")).invalidOn("client_type");
  }
}
