package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.ClientKeyPair;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.config.HostList;
import com.astraof.oauth2.server.config.RegistrationSettings;
import com.astraof.oauth2.server.config.RegistrationSettings.Mode;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Stranger;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An app whose client_id is the address of a document in which it describes itself. */
final class DescribedClientStoryTest {
  private static final String CIMD = "CIMD";
  private static final String VERIFIER = "v".repeat(43);
  private static final String CHALLENGE = "7w_YNF9DSfIdPf_pRjSq646_kPr-2-o9NAl16JGghdM";
  private static final JsonMapper JSON = new JsonMapper();

  private final Stranger stranger = Stranger.start();
  private final String address = stranger.at("/app").toString();
  private TestServer server = start(settings -> settings.with(settings("")));
  private TestUser ada = server.user("ada");

  private TestServer start(UnaryOperator<Settings> change) {
    return TestServer.beside(stranger, change);
  }

  private void startAgain(UnaryOperator<Settings> change) {
    server.close();
    server = start(change);
    ada = server.user("ada");
  }

  private static RegistrationSettings settings(String hosts) {
    return new RegistrationSettings(
        Mode.OFF, 5, Duration.ofDays(30), true, HostList.parse(hosts).orElseThrow());
  }

  @AfterEach
  void stop() {
    server.close();
    stranger.close();
  }

  private Map<String, Object> document(Object... fields) {
    var document = new LinkedHashMap<String, Object>();
    document.put("client_id", address);
    document.put("client_name", "Stargazer");
    document.put("redirect_uris", List.of(TestApp.REDIRECT_URI));
    for (int i = 0; i < fields.length; i += 2) {
      document.put(fields[i].toString(), fields[i + 1]);
    }
    return document;
  }

  private void publish(Object... fields) {
    stranger.publishing(JSON.writeValueAsString(document(fields)));
  }

  private void publishFor(String cacheControl, Map<String, Object> document) {
    String body = JSON.writeValueAsString(document);
    stranger.answering(
        out ->
            Stranger.write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: "
                    + cacheControl
                    + "\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body));
  }

  private TestApp app() {
    return new TestApp(server, address, "", TestApp.REDIRECT_URI);
  }

  private Answer asks(String clientId, String redirectUri) {
    return ada.post(
        "/api/v1/oauth2/authorize/consent",
        Map.of(
            "client_id",
            clientId,
            "redirect_uri",
            redirectUri,
            "response_type",
            "code",
            "scope",
            "identify",
            "code_challenge",
            CHALLENGE,
            "code_challenge_method",
            "S256"));
  }

  private Answer asks() {
    return asks(address, TestApp.REDIRECT_URI);
  }

  private String approves() {
    var challenge = Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256");
    var request = new HashMap<>(challenge);
    request.put("scope", "identify");
    return ada.consents(app(), request).required("code");
  }

  private void unusable(String words) {
    assertThat(asks().refusedWith("invalid_client").text("error_description")).contains(words);
  }

  @Test
  @Spec(value = CIMD, section = "4")
  @Spec(value = CIMD, section = "4.5")
  void an_app_that_nobody_has_registered_signs_someone_in() {
    publish();

    var tokens = app().exchange(approves(), Map.of("code_verifier", VERIFIER)).granted();

    app().get("/api/v1/users/@me", tokens.access()).hasStatus(200);
    var next = app().refresh(tokens.refresh()).granted();
    assertThat(ada.get("/api/v1/oauth2/@me/authorizations").body()).contains("Stargazer");
    app().revoke(next.access()).hasStatus(200);
    app().get("/api/v1/users/@me", next.access()).hasStatus(401);
    assertThat(stranger.requests()).hasSize(1);
  }

  @Test
  @Spec(value = CIMD, section = "6.2")
  void an_app_may_authenticate_by_its_keys() {
    var key = ClientKeyPair.es256("a");
    publish(
        "token_endpoint_auth_method",
        "private_key_jwt",
        "jwks",
        JSON.readTree(ClientKeyPair.set(key)));
    String code = ada.approves(app(), "identify");
    app().exchange(code).refusedWith("invalid_client");
    var claims =
        Map.of(
            "iss",
            address,
            "sub",
            address,
            "aud",
            TestServer.ISSUER,
            "exp",
            server.clock().instant().getEpochSecond() + 60,
            "jti",
            "once");

    app()
        .exchange(
            code,
            Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                key.sign(JSON.writeValueAsString(claims))))
        .granted();
  }

  @Test
  void a_request_is_pushed_under_the_same_name() {
    publish();
    var form = new LinkedHashMap<String, String>();
    form.put("client_id", address);
    form.put("redirect_uri", TestApp.REDIRECT_URI);
    form.put("response_type", "code");
    form.put("scope", "identify");
    form.put("code_challenge", CHALLENGE);
    form.put("code_challenge_method", "S256");
    String pushed =
        server.wire().form("/api/v1/oauth2/par", form, Map.of()).hasStatus(201).text("request_uri");

    ada.post(
            "/api/v1/oauth2/authorize/consent", Map.of("client_id", address, "request_uri", pushed))
        .hasStatus(200);
  }

  @Test
  @Spec(value = CIMD, section = "6.4")
  @Spec(value = CIMD, section = "6.7")
  @Attack("A-12")
  void people_see_the_host_that_vouches_for_it_and_no_picture() {
    publish("logo_uri", stranger.at("/logo.png").toString());

    String page = ada.sees(server, app());

    assertThat(page).contains(Stranger.HOST + ":" + stranger.port()).doesNotContain("logo.png");
    assertThat(stranger.requests()).hasSize(1);
  }

  @Test
  @Spec(value = CIMD, section = "3")
  @Attack("A-12")
  void an_address_is_https_a_host_and_a_path_and_nothing_else() {
    publish();
    String host = "https://" + Stranger.HOST + ":" + stranger.port();
    for (String wrong :
        List.of(
            host,
            host + "/app?x=1",
            host + "/app#x",
            host + "/a/../app",
            host + "/%2e%2E/app",
            host + "/./app",
            "https://ada:secret@" + Stranger.HOST + "/app",
            "https://" + Stranger.HOST + "\\@evil.example/app",
            "https://[::1/app",
            "https:///app",
            host + "/" + "x".repeat(256))) {
      assertThat(asks(wrong, TestApp.REDIRECT_URI).refusedWith("invalid_client").body())
          .as(wrong)
          .contains("its address is https");
    }
    for (String nobody : List.of(host.replace("https", "http") + "/app", "HTTPS://x.example/")) {
      assertThat(asks(nobody, TestApp.REDIRECT_URI).status()).as(nobody).isEqualTo(401);
    }
    assertThat(stranger.requests()).isEmpty();
  }

  @Test
  @Spec(value = CIMD, section = "4.1")
  @Attack("A-12")
  void a_document_names_itself_and_no_secret() {
    publish("client_id", address + "/");
    unusable("not its own address");
    publish("client_id", stranger.at("/App").toString());
    unusable("not its own address");
    publish("client_secret", "s3cret");
    unusable("client_secret");
    publish("client_secret_expires_at", 0);
    unusable("client_secret");
    for (String method :
        List.of("client_secret_basic", "client_secret_post", "client_secret_jwt")) {
      publish("token_endpoint_auth_method", method);
      unusable("token_endpoint_auth_method");
    }
    publish("redirect_uris", List.of());
    unusable("redirect_uris");
    publish("redirect_uris", "https://app.example/");
    unusable("redirect_uris");
    stranger.publishing("[]");
    unusable("cannot be read");
    stranger.publishing("{\"client_id\":");
    unusable("cannot be read");
  }

  @Test
  @Spec(value = CIMD, section = "4")
  @Spec(value = CIMD, section = "4.3")
  @Attack("A-07")
  void only_a_200_counts_and_no_redirect_is_followed() {
    for (String status : List.of("302 Found", "404 Not Found", "201 Created", "500 Oops")) {
      stranger.answering(
          out ->
              Stranger.write(
                  out,
                  "HTTP/1.1 "
                      + status
                      + "\r\nLocation: /app2\r\nContent-Type: application/json\r\n\r\n"
                      + JSON.writeValueAsString(document())));
      asks().refusedWith("invalid_client");
    }

    assertThat(stranger.requests()).hasSize(4).allMatch(head -> head.startsWith("GET /app "));
  }

  @Test
  @Spec(value = CIMD, section = "6.6")
  @Attack("A-12")
  void a_document_is_small() {
    publish("unheard_of", "x".repeat(5_120));
    unusable("characters");
    publish("unheard_of", "x".repeat(100_000));
    unusable("bytes");
    publish("unheard_of", "x".repeat(4_000));
    asks().hasStatus(200);
  }

  @Test
  @Spec(value = CIMD, section = "6.5")
  @Attack("A-07")
  void nothing_is_asked_of_hosts_inside() {
    server.close();
    server = TestServer.with(settings -> settings.with(settings("")));
    ada = server.user("ada");
    publish();

    unusable("no address on the public internet");
    assertThat(stranger.requests()).isEmpty();
  }

  @Test
  @Spec(value = CIMD, section = "4.4")
  @Spec(value = CIMD, section = "4.5")
  void a_document_is_read_again_when_it_is_not_fresh_any_more() {
    publishFor("max-age=600", document());
    asks().hasStatus(200);
    publishFor("max-age=600", document("redirect_uris", List.of("https://app.example/new")));

    server.clock().advance(Duration.ofSeconds(599));
    asks().hasStatus(200);
    assertThat(stranger.requests()).hasSize(1);
    server.clock().advance(Duration.ofSeconds(1));
    asks().hasStatus(400);
    asks(address, "https://app.example/new").hasStatus(200);
    assertThat(stranger.requests()).hasSize(2);
  }

  @Test
  @Spec(value = CIMD, section = "4.4")
  void how_long_it_is_fresh_has_bounds() {
    for (var bound :
        Map.of(
                "no-store", Duration.ofMinutes(5),
                "max-age=1", Duration.ofMinutes(5),
                "public", Duration.ofHours(1),
                "private, max-age=999999999", Duration.ofDays(1))
            .entrySet()) {
      publishFor(bound.getKey(), document());
      server.clock().advance(Duration.ofDays(1));
      asks().hasStatus(200);
      int before = stranger.requests().size();
      server.clock().advance(bound.getValue().minusSeconds(1));
      asks().hasStatus(200);
      assertThat(stranger.requests()).as(bound.getKey()).hasSize(before);
      server.clock().advance(Duration.ofSeconds(1));
      asks().hasStatus(200);
      assertThat(stranger.requests()).as(bound.getKey()).hasSize(before + 1);
    }
  }

  @Test
  @Spec(value = CIMD, section = "4.4")
  void errors_are_not_kept_and_a_host_may_be_away_for_a_day() {
    stranger.answering(out -> {});
    asks().refusedWith("invalid_client");
    publish();
    asks().hasStatus(200);

    stranger.answering(out -> {});
    server.clock().advance(Duration.ofDays(1).minusSeconds(1));
    asks().hasStatus(200);
    server.restart();
    asks().refusedWith("invalid_client");
  }

  @Test
  @Attack("A-12")
  void this_server_asks_a_host_seldom() {
    startAgain(settings -> settings.with(settings("")).with(Rates.DEFAULT));
    stranger.answering(out -> {});
    for (int i = 0; i < 12; i++) {
      asks().hasStatus(401);
    }
    assertThat(stranger.requests()).hasSize(10);
    unusable("too often");

    publish();
    server.clock().advance(Duration.ofMinutes(1));
    asks().hasStatus(200);
  }

  @Test
  @Attack("A-12")
  void many_at_once_fetch_a_document_once_and_make_one_application() {
    publish();

    var answers = Together.times(12, () -> asks().status());

    assertThat(answers).containsOnly(200);
    assertThat(stranger.requests()).hasSize(1);
  }

  @Test
  @Attack("A-12")
  void there_are_never_more_than_the_operator_wants() {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 6; i++) {
      String one = stranger.at("/app" + i).toString();
      publish("client_id", one);
      statuses.add(asks(one, TestApp.REDIRECT_URI).status());
    }

    assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 401);
  }

  @Test
  @Attack("A-12")
  void only_hosts_that_the_operator_wants_are_asked() {
    publish();
    for (String hosts : List.of("other.example", "!" + Stranger.HOST, "*." + Stranger.HOST)) {
      startAgain(settings -> settings.with(settings(hosts)));
      unusable("not one that this server takes documents from");
    }
    assertThat(stranger.requests()).isEmpty();
    startAgain(settings -> settings.with(settings("*.example,!other.example")));
    asks().hasStatus(200);
  }

  @Test
  @Attack("A-12")
  @Spec(value = CIMD, section = "6.9")
  void it_has_no_other_name_and_no_owner() {
    publish();
    asks().hasStatus(200);
    String id =
        ada.get("/api/v1/oauth2/@me/authorizations")
            .json()
            .path(0)
            .path("application")
            .path("id")
            .asString();

    assertThat(asks(id, TestApp.REDIRECT_URI).status()).isEqualTo(401);
    new TestApp(server, id, "", TestApp.REDIRECT_URI).refresh("x").refusedWith("invalid_client");
    assertThat(ada.get("/api/v1/users/@me/applications").json()).isEmpty();
  }

  @Test
  @Spec(value = CIMD, section = "5")
  void the_metadata_tell_of_it_where_it_is_on() {
    String member = "client_id_metadata_document_supported";
    String metadata = "/.well-known/oauth-authorization-server";
    assertThat(server.wire().get(metadata).text(member)).isEqualTo("true");

    startAgain(settings -> settings);

    assertThat(server.wire().get(metadata).json().has(member)).isFalse();
    publish();
    assertThat(asks().status()).isEqualTo(401);
    assertThat(stranger.requests()).isEmpty();
  }
}
