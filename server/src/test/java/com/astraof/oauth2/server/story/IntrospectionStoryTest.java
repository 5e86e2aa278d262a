package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Apps that ask whether their tokens are good, and get tokens for themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IntrospectionStoryTest {
  private static final String INTROSPECT = "/api/v1/oauth2/introspect";
  private static final String ITSELF = "/api/v1/oauth2/@me";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();
  private final TestApp other = server.app();

  @AfterAll
  void close() {
    server.close();
  }

  private static void isInactive(Answer answer) {
    assertThat(answer.hasStatus(200).body()).isEqualTo("{\"active\":false}");
  }

  private String ownToken() {
    return own(Map.of()).hasStatus(200).text("access_token");
  }

  private Answer own(Map<String, String> more) {
    var fields = new HashMap<>(Map.of("grant_type", "client_credentials", "redirect_uri", ""));
    fields.putAll(more);
    return app.exchange("", fields);
  }

  @Test
  @Rfc(value = 7662, section = "2.2")
  void an_active_token_is_described() {
    var tokens = app.exchange(ada.approves(app, "identify guilds")).granted();
    long now = server.clock().instant().getEpochSecond();

    var access = app.introspect(tokens.access()).hasStatus(200);
    access.hasHeader("Cache-Control", "no-store");
    assertThat(access.json().path("active").asBoolean()).isTrue();
    assertThat(access.text("client_id")).isEqualTo(app.id());
    assertThat(access.text("sub")).isEqualTo(ada.id());
    assertThat(access.text("scope")).isEqualTo("identify guilds");
    assertThat(access.text("token_type")).isEqualTo("Bearer");
    assertThat(access.json().path("iat").asLong()).isLessThanOrEqualTo(now);
    assertThat(access.json().path("exp").asLong()).isEqualTo(now + 604_800);

    var refresh = app.introspect(tokens.refresh()).hasStatus(200);
    assertThat(refresh.json().path("active").asBoolean()).isTrue();
    assertThat(refresh.json().path("exp").asLong())
        .isEqualTo(now + Duration.ofDays(180).toSeconds());
  }

  @Test
  @Rfc(value = 7662, section = "2.2")
  @Rfc(value = 7662, section = "4")
  @Attack("T-14")
  @Attack("T-15")
  void nothing_is_said_of_foreign_unknown_ended_and_retired_tokens() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();

    isInactive(other.introspect(tokens.access()));
    isInactive(other.introspect(tokens.refresh()));
    isInactive(app.introspect("nonsense"));
    var next = app.refresh(tokens.refresh()).granted();
    isInactive(app.introspect(tokens.refresh()));
    app.revoke(next.refresh()).hasStatus(200);
    isInactive(app.introspect(next.access()));
    isInactive(app.introspect(next.refresh()));
  }

  @Test
  @Rfc(value = 7662, section = "2.1")
  @Rfc(value = 7662, section = "2.3")
  @Attack("T-15")
  void only_an_application_that_proves_who_it_is_may_ask() {
    String token = app.accessOf(ada, "identify");
    TestApp pocket = server.publicApp("http://127.0.0.1/cb");

    pocket.introspect(token).refusedWith("invalid_client");
    server.wire().form(INTROSPECT, Map.of("token", token), Map.of()).refusedWith("invalid_client");
    new TestApp(server, app.id(), "wrong", "").introspect(token).refusedWith("invalid_client");
    server
        .wire()
        .form(INTROSPECT, Map.of(), Map.of("Authorization", app.basic()))
        .refusedWith("invalid_request");
  }

  @Test
  @Rfc(value = 6749, section = "4.4.3")
  @Rfc(value = 9068, section = "2.2")
  @Rfc(value = 9068, section = "5")
  @Rfc(value = 9700, section = "4.15.1")
  void a_token_for_the_application_itself_tells_who_it_is_and_opens_nothing_of_a_user() {
    var answer = own(Map.of()).hasStatus(200).hasHeader("Cache-Control", "no-store");
    assertThat(answer.json().has("refresh_token")).isFalse();
    assertThat(answer.json().has("scope")).isFalse();
    String token = answer.text("access_token");

    var itself = app.get(ITSELF, token).hasStatus(200);
    assertThat(itself.json().path("application").path("id").asString()).isEqualTo(app.id());
    assertThat(itself.json().has("user")).isFalse();
    assertThat(itself.json().path("scopes").size()).isZero();
    app.get("/api/v1/users/@me", token).deniedWith(403, "ACCESS_DENIED");
    app.get("/api/v1/users/@me/guilds", token).deniedWith(403, "ACCESS_DENIED");
    app.get("/api/v1/oauth2/userinfo", token).deniedWith(403, "ACCESS_DENIED");
    assertThat(app.introspect(token).text("sub")).isEqualTo(app.id());
  }

  @Test
  @Rfc(value = 6749, section = "4.4")
  @Rfc(value = 6749, section = "4.4.2")
  @Attack("A-04")
  void what_is_a_users_is_not_for_the_application_itself() {
    own(Map.of("scope", "identify")).refusedWith("invalid_scope");
    TestApp pocket = server.publicApp("http://127.0.0.1/cb");
    pocket
        .exchange("", Map.of("grant_type", "client_credentials", "redirect_uri", ""))
        .refusedWith("unauthorized_client");
  }

  @Test
  @Rfc(value = 7009, section = "2.1")
  @Attack("T-12")
  void a_token_for_the_application_itself_is_revoked_for_good() {
    String token = ownToken();
    String another = ownToken();
    app.revoke(token).hasStatus(200);

    app.get(ITSELF, token).deniedWith(401, "INVALID_TOKEN");
    app.get(ITSELF, another).hasStatus(200);
    server.restart();
    app.get(ITSELF, token).deniedWith(401, "INVALID_TOKEN");
    isInactive(app.introspect(token));
    app.get(ITSELF, another).hasStatus(200);
  }
}
