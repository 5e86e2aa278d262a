package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.SoftAuthenticator;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys over the API, honest and hostile. */
final class PasskeyStoryTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SITE = "astral.example";
  private static final String PASSKEYS = "/api/v1/users/@me/mfa/webauthn/credentials";
  private static final Map<String, String> PASSWORD = Map.of("password", TestUser.PASSWORD);

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final SoftAuthenticator key = new SoftAuthenticator(TestServer.ISSUER);

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer auth(String path, Map<String, ?> body) {
    return server.wire().json("/api/v1/auth" + path, JSON.writeValueAsString(body), Map.of());
  }

  private JsonNode question() {
    return auth("/webauthn/authentication-options", Map.of()).hasStatus(200).json();
  }

  private Answer signIn(Map<String, Object> answer) {
    return auth("/webauthn/authenticate", Map.of("response", answer));
  }

  private JsonNode toCreate(TestUser user) {
    return user.post(PASSKEYS + "/registration-options", PASSWORD).hasStatus(200).json();
  }

  private Answer add(TestUser user, Map<String, Object> answer) {
    return user.post(PASSKEYS, Map.of("name", "Laptop", "response", answer));
  }

  private Answer added(TestUser user, SoftAuthenticator by) {
    return add(user, by.creates(toCreate(user))).hasStatus(200);
  }

  @Test
  void a_passkey_signs_in_without_a_password() {
    var first = added(ada, key);
    assertThat(first.json().path("backup_codes").size()).isEqualTo(10);

    var signedIn = signIn(key.answers(question())).hasStatus(200);

    assertThat(signedIn.text("user_id")).isEqualTo(ada.id());
    var me =
        server.wire().get("/api/v1/users/@me", Map.of("Authorization", signedIn.text("token")));
    assertThat(me.hasStatus(200).json().path("authenticator_types").toString()).isEqualTo("[2]");
  }

  @Test
  void a_passkey_is_the_second_step_and_its_recovery_codes_stand_in() {
    String recovery = added(ada, key).json().path("backup_codes").path(0).path("code").asString();
    var login = Map.of("email", ada.email(), "password", TestUser.PASSWORD);
    var first = auth("/login", login).hasStatus(200);
    assertThat(first.json().path("webauthn").asBoolean()).isTrue();
    assertThat(first.json().path("totp").asBoolean()).isFalse();
    var ticket = Map.of("ticket", first.text("ticket"));

    var question = auth("/login/mfa/webauthn/authentication-options", ticket).hasStatus(200);
    assertThat(question.json().path("allowCredentials").path(0).path("id").asString())
        .isEqualTo(key.id());
    var answer = key.answers(question.json());
    auth("/login/mfa/webauthn", Map.of("ticket", ticket.get("ticket"), "response", answer))
        .hasStatus(200);
    auth("/login/mfa/webauthn", Map.of("ticket", ticket.get("ticket"), "response", answer))
        .invalidOn("response");

    String again = auth("/login", login).text("ticket");
    auth("/login/mfa/totp", Map.of("ticket", again, "code", recovery)).hasStatus(200);
  }

  @Test
  void passkeys_are_listed_renamed_and_removed() {
    added(ada, key);
    server.clock().advance(Duration.ofSeconds(1));
    var other = new SoftAuthenticator(TestServer.ISSUER);
    var sudo = ada.post("/api/v1/users/@me/sudo/webauthn/authentication-options", Map.of());
    var proof = Map.of("mfa_method", "webauthn", "webauthn_response", key.answers(sudo.json()));
    var options = ada.post(PASSKEYS + "/registration-options", proof).hasStatus(200);
    assertThat(options.header("X-Sudo-Mode-Token")).isPresent();
    add(ada, other.creates(options.json())).hasStatus(200);

    ada.patch(PASSKEYS + "/" + other.id(), Map.of("name", "Phone")).hasStatus(204);
    server.user("grace").patch(PASSKEYS + "/" + key.id(), Map.of("name", "Mine")).hasStatus(204);

    var list = ada.get(PASSKEYS).hasStatus(200).json();
    assertThat(list.valueStream().map(one -> one.path("name").asString()))
        .containsExactly("Laptop", "Phone");
    assertThat(list.path(0).path("last_used_at").isNull()).isFalse();
    assertThat(list.path(1).path("last_used_at").isNull()).isTrue();
    ada.delete(PASSKEYS + "/" + other.id(), PASSWORD).deniedWith(403, "SUDO_MODE_REQUIRED");
    var next = ada.post("/api/v1/users/@me/sudo/webauthn/authentication-options", Map.of());
    var right = Map.of("mfa_method", "webauthn", "webauthn_response", key.answers(next.json()));
    ada.delete(PASSKEYS + "/" + other.id(), right).hasStatus(204);
    signIn(other.answers(question())).invalidOn("response");
  }

  @Test
  @Attack("U-11")
  void an_answer_given_elsewhere_is_refused() {
    added(ada, key);

    signIn(key.on("https://astral.example.evil").answers(question())).invalidOn("response");
    signIn(key.on("http://astral.example").answers(question())).invalidOn("response");
    key.on(TestServer.ISSUER);
    signIn(key.answers(question().path("challenge").asString(), "evil.example"))
        .invalidOn("response");
    signIn(key.answers(question())).hasStatus(200);
  }

  @Test
  @Attack("U-11")
  void an_answer_to_another_question_is_refused() {
    added(ada, key);
    String old = question().path("challenge").asString();
    var sudo = ada.post("/api/v1/users/@me/sudo/webauthn/authentication-options", Map.of());
    server.clock().advance(Duration.ofMinutes(10));

    signIn(key.answers(old, SITE)).invalidOn("response");
    signIn(key.answers("AAAAAAAAAAAAAAAAAAAAAA", SITE)).invalidOn("response");
    signIn(key.answers(sudo.json())).invalidOn("response");
    var answer = key.answers(question());
    var once = Together.times(8, () -> signIn(answer).status());

    assertThat(once).containsOnlyOnce(200).contains(400);
  }

  @Test
  @Attack("U-11")
  @Attack("U-12")
  void an_answer_to_one_session_confirms_nothing_in_another() {
    var elsewhere = ada.signsInElsewhere(TestUser.PASSWORD, "Firefox/1");
    added(ada, key);
    var sudo = elsewhere.post("/api/v1/users/@me/sudo/webauthn/authentication-options", Map.of());
    var proof = Map.of("mfa_method", "webauthn", "webauthn_response", key.answers(sudo.json()));

    ada.delete(PASSKEYS + "/" + key.id(), proof).invalidOn("webauthn_response");
  }

  @Test
  @Attack("U-11")
  void a_counter_that_was_reached_before_gives_a_copy_away() {
    added(ada, key);
    signIn(key.countingFrom(41).answers(question())).hasStatus(200);

    signIn(key.countingFrom(41).answers(question())).invalidOn("response");
    signIn(key.countingFrom(7).answers(question())).invalidOn("response");
    signIn(key.countingFrom(-1).answers(question())).invalidOn("response");

    assertThat(ada.get("/api/v1/users/@me/security-activity").body()).contains("passkey_copied");
    signIn(key.countingFrom(42).answers(question())).hasStatus(200);
  }

  @Test
  @Attack("U-11")
  void a_passkey_speaks_for_its_own_user_only() {
    added(ada, key);
    var grace = server.user("grace");
    var hers = new SoftAuthenticator(TestServer.ISSUER);
    added(grace, hers);
    var login = Map.of("email", ada.email(), "password", TestUser.PASSWORD);
    String ticket = auth("/login", login).text("ticket");
    var question =
        auth("/login/mfa/webauthn/authentication-options", Map.of("ticket", ticket)).json();

    auth("/login/mfa/webauthn", Map.of("ticket", ticket, "response", hers.answers(question)))
        .invalidOn("response");
    signIn(key.withHandle(ada.id()).answers(question())).invalidOn("response");
    signIn(key.withHandle("").answers(question())).invalidOn("response");
  }

  @Test
  @Attack("U-11")
  void a_user_who_was_not_verified_is_not_let_in() {
    added(ada, key);

    signIn(key.withoutVerification().answers(question())).invalidOn("response");
    add(
            server.user("grace"),
            new SoftAuthenticator(TestServer.ISSUER)
                .withoutVerification()
                .creates(toCreate(server.user("hopper"))))
        .invalidOn("response");
  }

  @Test
  @Attack("U-11")
  void a_new_passkey_answers_its_own_sessions_question_once() {
    var grace = server.user("grace");
    var answer = key.creates(toCreate(ada));

    add(grace, answer).invalidOn("response");
    add(ada, key.on("https://evil.example").creates(toCreate(ada))).invalidOn("response");
    add(ada, Map.of("id", "x")).invalidOn("response");
    add(ada, answer).hasStatus(200);
    add(ada, answer).invalidOn("response");
    add(grace, key.on(TestServer.ISSUER).creates(toCreate(grace))).invalidOn("response");
    assertThat(grace.get(PASSKEYS).json().size()).isZero();
  }

  @Test
  void the_user_handle_is_random_and_the_same_for_all_passkeys_of_a_user() {
    var one = toCreate(ada).path("user");
    var two = toCreate(ada).path("user");

    assertThat(one.path("id").asString()).isEqualTo(two.path("id").asString()).hasSize(43);
    assertThat(List.of(one.path("id").asString())).doesNotContain(ada.id());
  }
}
