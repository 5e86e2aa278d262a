package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.config.HostList;
import com.astraof.oauth2.server.config.RegistrationSettings;
import com.astraof.oauth2.server.config.RegistrationSettings.Mode;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Registrant;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An app registers itself, looks after its registration, and goes. */
final class RegistrationStoryTest {
  private static final Map<String, Object> USUAL =
      Map.of("client_name", "Stargazer", "redirect_uris", List.of(TestApp.REDIRECT_URI));

  private TestServer server = TestServer.with(settings -> settings.with(settings(Mode.OPEN, 20)));

  @AfterEach
  void stop() {
    server.close();
  }

  private static RegistrationSettings settings(Mode mode, int most) {
    return new RegistrationSettings(mode, most, Duration.ofDays(30), false, HostList.ANY);
  }

  private void startAgain(Mode mode, int most) {
    server.close();
    server = TestServer.with(settings -> settings.with(settings(mode, most)));
  }

  private Answer register(Map<String, ?> metadata) {
    return Registrant.register(server, metadata, "");
  }

  private static Map<String, Object> with(Object... fields) {
    var metadata = new HashMap<String, Object>(USUAL);
    for (int i = 0; i < fields.length; i += 2) {
      metadata.put(fields[i].toString(), fields[i + 1]);
    }
    return metadata;
  }

  private void refused(String error, String words, Object... fields) {
    var answer = register(with(fields)).refusedWith(error);
    assertThat(answer.text("error_description")).contains(words);
  }

  @Test
  @Rfc(value = 7591, section = "3.1")
  @Rfc(value = 7591, section = "3.2.1")
  @Rfc(value = 7591, section = "5")
  void an_app_registers_itself_and_signs_someone_in() {
    var answer = register(USUAL).hasStatus(201).hasHeader("Cache-Control", "no-store");
    var app = Registrant.of(server, answer).app(TestApp.REDIRECT_URI);
    var ada = server.user("ada");

    assertThat(answer.text("client_secret_expires_at")).isEqualTo("0");
    assertThat(answer.text("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
    assertThat(answer.json().path("grant_types").toString()).contains("authorization_code");
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
    app.refresh(tokens.refresh()).granted();
    assertThat(ada.get("/api/v1/oauth2/@me/authorizations").body()).contains("Stargazer");
  }

  @Test
  @Rfc(value = 7591, section = "2")
  void a_public_app_has_no_secret_and_all_that_it_says_comes_back() {
    var metadata =
        with(
            "token_endpoint_auth_method", "none",
            "redirect_uris", List.of("com.example.app:/callback"),
            "application_type", "native",
            "client_uri", "https://app.example/",
            "tos_uri", "https://app.example/terms",
            "policy_uri", "https://app.example/privacy",
            "software_id", "4NRB1-0XZABZI9E6-5SM3R",
            "software_version", "2.1",
            "dpop_bound_access_tokens", true,
            "require_pushed_authorization_requests", true,
            "scope", "identify email");

    var answer = register(metadata).hasStatus(201);

    metadata.remove("scope");
    metadata.forEach(
        (name, value) -> {
          if (!(value instanceof List)) {
            assertThat(answer.text(name)).as(name).isEqualTo(value.toString());
          }
        });
    assertThat(answer.json().has("client_secret")).isFalse();
    assertThat(answer.json().has("client_secret_expires_at")).isFalse();
    assertThat(answer.json().path("redirect_uris").path(0).asString())
        .isEqualTo("com.example.app:/callback");
  }

  @Test
  @Rfc(value = 7591, section = "2")
  void what_is_not_known_is_passed_over() {
    var answer =
        register(
                with(
                    "client_name#ja",
                    "星",
                    "contacts",
                    List.of("ada@example.org"),
                    "logo_uri",
                    "https://app.example/logo.png",
                    "unheard_of",
                    Map.of("a", 1)))
            .hasStatus(201);

    assertThat(answer.json().has("unheard_of")).isFalse();
    assertThat(answer.json().has("logo_uri")).isFalse();
  }

  @Test
  @Rfc(value = 7591, section = "2")
  void without_a_name_it_is_called_by_its_id() {
    var answer = register(Map.of("redirect_uris", List.of(TestApp.REDIRECT_URI))).hasStatus(201);

    assertThat(answer.text("client_name")).isEqualTo(answer.text("client_id"));
  }

  @Test
  @Rfc(value = 7591, section = "2")
  @Rfc(value = 7591, section = "3.2.2")
  @Rfc(value = 7591, section = "2.1")
  void what_cannot_stand_is_refused_with_what_to_do() {
    refused("invalid_redirect_uri", "at least one", "redirect_uris", List.of());
    refused("invalid_redirect_uri", "string", "redirect_uris", List.of(1));
    String custom = "com.example.app:/callback";
    refused("invalid_redirect_uri", "redirect_uris.0", "redirect_uris", List.of(custom));
    String meta = "invalid_client_metadata";
    refused(meta, "private_key_jwt", "token_endpoint_auth_method", "tls_client_auth");
    refused(meta, "jwks", "token_endpoint_auth_method", "private_key_jwt");
    refused(
        meta, "not both", "jwks", Map.of("keys", List.of(1)), "jwks_uri", "https://a.example/k");
    refused(meta, "grant_types", "grant_types", List.of("implicit"));
    refused(meta, "response_types", "response_types", List.of("token"));
    refused(meta, "together", "response_types", List.of());
    refused(meta, "together", "grant_types", List.of("refresh_token"), "response_types", code());
    refused(meta, "scope", "scope", "identify everything");
    refused(meta, "client_name", "client_name", "x".repeat(101));
    refused(meta, "policy_uri", "policy_uri", "http://app.example/privacy");
    refused(meta, "application_type", "application_type", "desktop");
    refused(meta, "software_id", "software_id", "x".repeat(257));
    refused(meta, "dpop_bound", "dpop_bound_access_tokens", "yes");
    refused(
        meta,
        "client_credentials",
        "grant_types",
        List.of("authorization_code", "client_credentials"),
        "token_endpoint_auth_method",
        "none");
  }

  private static List<String> code() {
    return List.of("code");
  }

  @Test
  @Rfc(value = 7591, section = "2.3")
  void a_software_statement_is_not_believed() {
    refused(
        "unapproved_software_statement", "metadata themselves", "software_statement", "e30.e30.");
  }

  @Test
  @Rfc(value = 7591, section = "3")
  void a_body_has_to_be_json() {
    server.wire().json(Registrant.PATH, "[]", Map.of()).refusedWith("invalid_client_metadata");
    server.wire().json(Registrant.PATH, "{", Map.of()).refusedWith("invalid_client_metadata");
    server.wire().form(Registrant.PATH, Map.of("a", "b"), Map.of()).hasStatus(400);
  }

  @Test
  @Rfc(value = 7592, section = "2.1")
  @Rfc(value = 7592, section = "3")
  void an_app_reads_its_registration_by_its_token() {
    var app = Registrant.of(server, register(USUAL).hasStatus(201));

    var read = app.read().hasStatus(200).hasHeader("Cache-Control", "no-store");

    assertThat(read.text("client_id")).isEqualTo(app.id());
    assertThat(read.text("registration_access_token")).isEqualTo(app.token());
    assertThat(read.text("registration_client_uri"))
        .isEqualTo(TestServer.ISSUER + Registrant.PATH + "/" + app.id());
    assertThat(read.json().has("client_secret")).as("kept as a hash").isFalse();
  }

  @Test
  @Rfc(value = 7592, section = "2.2")
  void an_app_changes_all_of_its_metadata_at_once() {
    var registered =
        register(with("client_uri", "https://app.example/", "software_id", "abc")).hasStatus(201);
    var app = Registrant.of(server, registered);
    String secret = registered.text("client_secret");
    var changed =
        Map.of(
            "client_id",
            app.id(),
            "client_secret",
            secret,
            "client_name",
            "Stargazer 2",
            "redirect_uris",
            List.of("https://app.example/elsewhere"));

    var answer = app.replace(changed).hasStatus(200);

    assertThat(answer.text("client_name")).isEqualTo("Stargazer 2");
    assertThat(answer.json().has("client_uri")).as("left out, so taken away").isFalse();
    assertThat(answer.json().has("software_id")).isFalse();
    assertThat(app.read().json().path("redirect_uris").path(0).asString())
        .isEqualTo("https://app.example/elsewhere");
    var moved = app.app("https://app.example/elsewhere");
    moved.exchange(server.user("ada").approves(moved, "identify")).granted();
  }

  @Test
  @Rfc(value = 7592, section = "2.2")
  void an_app_chooses_neither_its_id_nor_its_secret() {
    var app = Registrant.of(server, register(USUAL).hasStatus(201));

    app.replace(USUAL).refusedWith("invalid_client_metadata");
    app.replace(with("client_id", "1")).refusedWith("invalid_client_metadata");
    app.replace(with("client_id", app.id(), "client_secret", "mine"))
        .refusedWith("invalid_client_metadata");
    app.replace(with("client_id", app.id(), "redirect_uris", List.of("http://app.example/")))
        .refusedWith("invalid_redirect_uri");
  }

  @Test
  @Rfc(value = 7592, section = "2.2")
  void an_app_that_begins_to_authenticate_gets_a_secret() {
    var app =
        Registrant.of(server, register(with("token_endpoint_auth_method", "none")).hasStatus(201));

    var answer =
        app.replace(with("client_id", app.id(), "token_endpoint_auth_method", "client_secret_post"))
            .hasStatus(200);
    var now = new TestApp(server, app.id(), answer.text("client_secret"), TestApp.REDIRECT_URI);
    now.refresh("x").refusedWith("invalid_grant");

    app.replace(with("client_id", app.id(), "token_endpoint_auth_method", "none")).hasStatus(200);
    now.refresh("x").refusedWith("invalid_client");
  }

  @Test
  @Rfc(value = 7592, section = "2.3")
  @Attack("A-08")
  void an_app_deletes_itself_and_all_that_it_was_granted() {
    var registration = Registrant.of(server, register(USUAL).hasStatus(201));
    var app = registration.app(TestApp.REDIRECT_URI);
    String access = app.accessOf(server.user("ada"), "identify");

    registration.delete().hasStatus(204);

    app.get("/api/v1/users/@me", access).hasStatus(401);
    app.refresh("x").refusedWith("invalid_client");
    registration.read().refusedForToken();
  }

  @Test
  @Rfc(value = 7592, section = "2.1")
  @Attack("A-11")
  void a_registration_opens_to_its_own_token_alone() {
    var app = Registrant.of(server, register(USUAL).hasStatus(201));
    var other = Registrant.of(server, register(USUAL).hasStatus(201));
    var registered = server.user("grace").registersApp("Bank", "public", TestApp.REDIRECT_URI);

    for (var wrong :
        List.of(
            new Registrant(server, app.id(), "", other.token()),
            new Registrant(server, app.id(), "", ""),
            new Registrant(server, app.id(), "", app.id()),
            new Registrant(server, registered.id(), "", app.token()),
            new Registrant(server, "1", "", app.token()),
            new Registrant(server, "%27", "", app.token()))) {
      wrong.read().refusedForToken();
      wrong.replace(with("client_id", app.id())).refusedForToken();
      wrong.delete().refusedForToken();
    }
    app.read().hasStatus(200);
  }

  @Test
  @Attack("A-11")
  void an_app_that_registered_itself_is_nobodys_and_has_no_bot_to_add() {
    var app = Registrant.of(server, register(USUAL).hasStatus(201)).app(TestApp.REDIRECT_URI);
    var ada = server.user("ada");

    assertThat(ada.get("/api/v1/users/@me/applications").hasStatus(200).json()).isEmpty();
    ada.patch(
            "/api/v1/oauth2/applications/" + app.id(),
            Map.of("name", "Mine", "password", TestUser.PASSWORD))
        .hasStatus(403);
    var bot =
        Map.of(
            "client_id",
            app.id(),
            "scope",
            "bot",
            "guild_id",
            ada.foundsGuild("Stars"),
            "permissions",
            "0");
    assertThat(ada.post("/api/v1/oauth2/authorize/consent", bot).status())
        .isGreaterThanOrEqualTo(400);
  }

  @Test
  @Rfc(value = 7591, section = "5")
  @Attack("A-11")
  void people_are_told_that_nobody_has_looked_at_it() {
    var app = Registrant.of(server, register(USUAL).hasStatus(201)).app(TestApp.REDIRECT_URI);
    var known = server.user("grace").registersApp("Bank", "public", TestApp.REDIRECT_URI);

    assertThat(server.user("ada").sees(server, app)).contains("registered itself");
    assertThat(server.user("ada").sees(server, known)).doesNotContain("registered itself");
  }

  @Test
  @Rfc(value = 7591, section = "3")
  @Attack("A-11")
  void with_an_initial_token_a_few_may_register() {
    startAgain(Mode.TOKEN, 20);
    String token = Registrant.invites(server, 2, Duration.ofDays(1));

    register(USUAL).refusedForToken();
    Registrant.register(server, USUAL, "wrong").refusedForToken();
    Registrant.register(server, with("redirect_uris", List.of()), token)
        .refusedWith("invalid_redirect_uri");
    Registrant.register(server, USUAL, token).hasStatus(201);
    Registrant.register(server, USUAL, token).hasStatus(201);
    Registrant.register(server, USUAL, token).refusedForToken();
  }

  @Test
  @Attack("A-11")
  void of_many_at_once_a_token_lets_so_many_in_as_it_says() {
    startAgain(Mode.TOKEN, 20);
    String token = Registrant.invites(server, 3, Duration.ofDays(1));

    var answers = Together.times(12, () -> Registrant.register(server, USUAL, token).status());

    assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
    assertThat(answers).filteredOn(status -> status == 401).hasSize(9);
  }

  @Test
  @Attack("A-11")
  void an_initial_token_expires_and_can_be_ended() {
    startAgain(Mode.TOKEN, 20);
    String first = Registrant.invites(server, 2, Duration.ofDays(1));
    server.clock().advance(Duration.ofDays(1));
    Registrant.register(server, USUAL, first).refusedForToken();

    String second = Registrant.invites(server, 2, Duration.ofDays(1));
    Registrant.invitesNobody(server);
    Registrant.register(server, USUAL, second).refusedForToken();
  }

  @Test
  @Attack("A-11")
  void there_are_never_more_than_the_operator_wants() {
    startAgain(Mode.OPEN, 2);
    register(USUAL).hasStatus(201);
    var second = Registrant.of(server, register(USUAL).hasStatus(201));

    register(USUAL).hasStatus(503);
    second.delete().hasStatus(204);
    register(USUAL).hasStatus(201);
  }

  @Test
  @Attack("A-11")
  void what_nobody_uses_goes_after_a_while() {
    var used = Registrant.of(server, register(USUAL).hasStatus(201));
    used.app(TestApp.REDIRECT_URI);
    server.user("ada").approves(used.app(TestApp.REDIRECT_URI), "identify");
    var unused = Registrant.of(server, register(USUAL).hasStatus(201));
    var owned = server.user("grace").registersApp("Bank", "public", TestApp.REDIRECT_URI);

    server.clock().advance(Duration.ofDays(30));
    server.astral().sweep();
    unused.read().hasStatus(200);
    server.clock().advance(Duration.ofSeconds(1));
    server.astral().sweep();

    unused.read().refusedForToken();
    used.read().hasStatus(200);
    owned.refresh("x").refusedWith("invalid_grant");
  }

  @Test
  @Rfc(value = 8414, section = "2")
  void the_endpoint_is_named_where_there_is_one() {
    String metadata = "/.well-known/oauth-authorization-server";
    assertThat(server.wire().get(metadata).text("registration_endpoint"))
        .isEqualTo(TestServer.ISSUER + Registrant.PATH);
    startAgain(Mode.OFF, 20);

    assertThat(server.wire().get(metadata).json().has("registration_endpoint")).isFalse();
    register(USUAL).hasStatus(404);
  }

  @Test
  @Rfc(value = 7591, section = "3")
  @Attack("A-11")
  void the_address_that_registers_too_much_has_to_wait() {
    server.close();
    server =
        TestServer.with(settings -> settings.with(settings(Mode.OPEN, 20)).with(Rates.DEFAULT));
    for (int i = 0; i < 10; i++) {
      register(USUAL).hasStatus(201);
    }
    register(USUAL).hasStatus(429);

    server.clock().advance(Duration.ofMinutes(6));
    register(USUAL).hasStatus(201);
  }
}
