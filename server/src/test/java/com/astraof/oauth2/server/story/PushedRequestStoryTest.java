package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ProofMaker;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.server.testing.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Apps that tell what they want before they send a browser, and users who answer once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PushedRequestStoryTest {
  private static final String PAR = "/api/v1/oauth2/par";
  private static final String CONSENT = "/api/v1/oauth2/authorize/consent";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestUser owner = server.user("grace");
  private final TestApp app = owner.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);

  @AfterAll
  void close() {
    server.close();
  }

  private static Map<String, String> request(TestApp app) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("client_id", app.id());
    fields.put("client_secret", app.secret());
    fields.put("response_type", "code");
    fields.put("redirect_uri", app.redirectUri());
    fields.put("scope", "identify guilds");
    fields.put("state", UUID.randomUUID().toString());
    return fields;
  }

  private Answer push(TestApp app, Map<String, String> other) {
    var fields = request(app);
    fields.putAll(other);
    fields.values().removeIf(String::isEmpty);
    return server.wire().form(PAR, fields, Map.of());
  }

  private String pushed(TestApp app) {
    return push(app, Map.of()).hasStatus(201).text("request_uri");
  }

  private Answer decides(TestUser user, TestApp app, String requestUri, boolean yes) {
    return user.post(
        CONSENT, Map.of("client_id", app.id(), "request_uri", requestUri, "approve", yes));
  }

  private static Parameters answer(Answer decided) {
    return Parameters.parse(URI.create(decided.hasStatus(200).text("redirect_to")).getRawQuery());
  }

  private TestBrowser signedIn() {
    var browser = new TestBrowser(server);
    browser.signIn(ada, "/").hasStatus(303);
    return browser;
  }

  private Answer opens(String query) {
    return server.wire().get("/oauth2/authorize?" + query);
  }

  private static String query(TestApp app, String requestUri) {
    return Wire.encode(Map.of("client_id", app.id(), "request_uri", requestUri));
  }

  @Test
  @Rfc(value = 9126, section = "2.2")
  @Rfc(value = 9126, section = "4")
  void a_pushed_request_leads_to_tokens() {
    var answer = push(app, Map.of("state", "s 1")).hasStatus(201);
    answer.hasHeader("Cache-Control", "no-store");
    assertThat(answer.json().path("expires_in").asInt()).isBetween(5, 599);
    String requestUri = answer.text("request_uri");
    assertThat(requestUri).startsWith("urn:ietf:params:oauth:request_uri:");
    assertThat(requestUri).doesNotContain(app.redirectUri());

    var response = answer(decides(ada, app, requestUri, true));

    assertThat(response.required("state")).isEqualTo("s 1");
    assertThat(response.required("iss")).isEqualTo(TestServer.ISSUER);
    assertThat(app.exchange(response.required("code")).granted().scope())
        .isEqualTo("identify guilds");
  }

  @Test
  @Rfc(value = 9126, section = "2.1")
  @Rfc(value = 9126, section = "2.3")
  @Rfc(value = 9126, section = "2")
  @Attack("R-01")
  @Attack("R-09")
  void what_is_wrong_is_told_to_the_app_at_once() {
    push(app, Map.of("redirect_uri", app.redirectUri() + "/x")).refusedWith("invalid_request");
    push(app, Map.of("redirect_uri", "")).refusedWith("invalid_request");
    push(app, Map.of("scope", "everything")).refusedWith("invalid_scope");
    push(app, Map.of("scope", "identify bot")).refusedWith("invalid_scope");
    push(app, Map.of("response_type", "token")).refusedWith("unsupported_response_type");
    push(app, Map.of("response_mode", "fragment")).refusedWith("invalid_request");
    push(app, Map.of("resource", "https://other.example/")).refusedWith("invalid_target");
    push(app, Map.of("request_uri", pushed(app))).refusedWith("invalid_request");
    push(app, Map.of("request", "e30.e30.")).refusedWith("invalid_request");
    push(app, Map.of("client_secret", "wrong")).refusedWith("invalid_client");
    server
        .wire()
        .rawForm(PAR, Wire.encode(request(app)) + "&scope=email", Map.of())
        .refusedWith("invalid_request");
    server.wire().get(PAR).hasStatus(405);
  }

  @Test
  @Rfc(value = 9126, section = "7.3")
  @Attack("R-10")
  void nothing_beside_a_pushed_request_counts() {
    String query =
        query(app, pushed(app))
            + "&"
            + Wire.encode(
                Map.of("scope", "email", "redirect_uri", "https://evil.example/", "state", "mine"));
    var browser = signedIn();

    var page = browser.open("/oauth2/authorize?" + query).hasStatus(200);

    assertThat(page.body())
        .contains("Stargazer", "<bdi>app.example</bdi>")
        .doesNotContain("e-mail address");
  }

  @Test
  @Rfc(value = 9126, section = "2.2")
  @Attack("R-10")
  @Attack("C-05")
  @Spec(value = "FAPI", section = "5.3.2.2")
  void a_request_uri_is_its_applications_alone_and_expires() {
    TestApp other = server.app();
    String requestUri = pushed(app);

    assertThat(opens(query(other, requestUri)).hasStatus(400).header("Location")).isEmpty();
    opens(query(app, requestUri + "A")).hasStatus(400);
    opens(query(app, "urn:ietf:params:oauth:request_uri:AAAA")).hasStatus(400);
    opens(query(app, "https://evil.example/request")).hasStatus(400);
    opens(Wire.encode(Map.of("request_uri", requestUri))).hasStatus(400);
    decides(ada, other, requestUri, true).refusedWith("invalid_request");
    opens(query(app, requestUri)).hasStatus(303);

    server.clock().advance(Duration.ofMinutes(9));
    opens(query(app, requestUri)).hasStatus(400);
    decides(ada, app, requestUri, true).refusedWith("invalid_request");
  }

  @Test
  @Rfc(value = 9126, section = "4")
  @Attack("U-05")
  void a_pushed_request_survives_a_reload_and_is_answered_once() {
    String requestUri = pushed(app);
    opens(query(app, requestUri)).hasStatus(303);
    opens(query(app, requestUri)).hasStatus(303);
    assertThat(answer(decides(ada, app, requestUri, false)).required("error"))
        .isEqualTo("access_denied");

    var again = answer(decides(ada, app, requestUri, true));

    assertThat(again.optional("code")).isEmpty();
    assertThat(again.required("error")).isEqualTo("invalid_request");
  }

  @Test
  @Rfc(value = 9126, section = "7.3")
  @Attack("C-02")
  void of_many_answers_at_once_one_brings_a_code() {
    String requestUri = pushed(app);

    var answers =
        Together.times(32, () -> answer(decides(ada, app, requestUri, true)).optional("code"));

    assertThat(answers.stream().filter(code -> code.isPresent())).hasSize(1);
  }

  @Test
  @Rfc(value = 9126, section = "6")
  void an_application_that_pushes_takes_no_request_from_a_browser() {
    TestApp strict = binding(Demand.PUSHED_REQUESTS);
    var plain = request(strict);
    plain.remove("client_secret");

    var refused = opens(Wire.encode(plain)).redirectParameters();

    assertThat(refused.required("error")).isEqualTo("invalid_request");
    strict.exchange(answer(decides(ada, strict, pushed(strict), true)).required("code")).granted();
  }

  private TestApp binding(Demand demand) {
    TestApp strict = owner.registersApp("Strict", "confidential", TestApp.REDIRECT_URI);
    owner
        .patch("/api/v1/oauth2/applications/" + strict.id(), Map.of(demand.field(), true))
        .hasStatus(200);
    return strict;
  }

  @Test
  @Rfc(value = 9449, section = "10.1")
  @Attack("C-10")
  void a_proof_at_the_push_binds_the_code_to_its_key() {
    var key = ProofMaker.withNewKey();
    var now = server.clock().instant();
    String proof = key.proof("POST", TestServer.ISSUER + PAR, now);
    var answer = server.wire().form(PAR, request(app), Map.of("DPoP", proof)).hasStatus(201);
    String code = answer(decides(ada, app, answer.text("request_uri"), true)).required("code");

    app.exchange(code).refusedWith("invalid_grant");
    var fields =
        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", app.redirectUri());
    app.token(fields, key.proof("POST", TestServer.ISSUER + TestApp.TOKEN, now)).grantedToKey();

    var contradicting = request(app);
    contradicting.put("dpop_jkt", ProofMaker.withNewKey().thumbprint());
    String another = key.proof("POST", TestServer.ISSUER + PAR, now);
    server
        .wire()
        .form(PAR, contradicting, Map.of("DPoP", another))
        .refusedWith("invalid_dpop_proof");
  }

  @Test
  @Rfc(value = 8707, section = "2")
  void the_one_resource_may_be_named_and_no_other() {
    String api = TestServer.ISSUER + "/api";
    String code = ada.consents(app, Map.of("scope", "identify")).required("code");

    app.exchange(code, Map.of("resource", "https://other.example/")).refusedWith("invalid_target");
    app.exchange(code, Map.of("resource", api)).granted();
    push(app, Map.of("resource", api)).hasStatus(201);
  }

  @Test
  @Attack("R-13")
  @Attack("R-15")
  void an_answer_may_come_as_a_form_that_nobody_keeps() {
    var browser = signedIn();
    ada.approves(app, "identify");
    var asked = request(app);
    asked.remove("client_secret");
    asked.putAll(Map.of("response_mode", "form_post", "scope", "identify", "state", "a\"<b"));

    var page = browser.open("/oauth2/authorize?" + Wire.encode(asked)).hasStatus(200);

    page.hasHeader("Cache-Control", "no-store").hasHeader("Referrer-Policy", "no-referrer");
    assertThat(page.body())
        .contains("<form method=\"post\" action=\"" + app.redirectUri() + "\"")
        .contains("name=\"state\" value=\"a&#34;&lt;b\"", "name=\"iss\"", "name=\"code\"");
    assertThat(List.of("fragment", "query.jwt", "x"))
        .allSatisfy(
            mode -> {
              asked.put("response_mode", mode);
              assertThat(opens(Wire.encode(asked)).redirectParameters().required("error"))
                  .isEqualTo("invalid_request");
            });
  }
}
