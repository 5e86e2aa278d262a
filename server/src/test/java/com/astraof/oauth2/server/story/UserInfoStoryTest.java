package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an app learns of its user, and a bot of its gateway (contract 7 and 8). */
final class UserInfoStoryTest {
  private static final String USERINFO = "/api/v1/oauth2/userinfo";
  private static final String GATEWAY = "/api/v1/gateway/bot";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void with_identify_it_says_who_the_user_is_and_keeps_the_address() {
    var info = app.get(USERINFO, app.accessOf(ada, "identify")).hasStatus(200);

    assertThat(info.text("sub")).isEqualTo(ada.id());
    assertThat(info.text("id")).isEqualTo(ada.id());
    assertThat(info.text("username")).isEqualTo("ada");
    assertThat(info.json().path("email").isNull()).isTrue();
    info.hasHeader("Cache-Control", "no-store");
  }

  @Test
  void with_email_too_it_names_the_address() {
    var info = app.get(USERINFO, app.accessOf(ada, "identify email")).hasStatus(200);

    assertThat(info.text("email")).isEqualTo(ada.email());
  }

  @Test
  @Rfc(value = 6750, section = "3.1")
  void without_identify_it_says_nothing() {
    var answer = app.get(USERINFO, app.accessOf(ada, "email guilds"));

    answer.deniedWith(403, "ACCESS_DENIED");
    assertThat(answer.header("WWW-Authenticate").orElseThrow())
        .contains("error=\"insufficient_scope\"", "scope=\"identify\"");
  }

  @Test
  @Attack("U-20")
  @Attack("T-12")
  void nothing_but_a_living_access_token_opens_it() {
    String access = app.accessOf(ada, "identify");

    server.wire().get(USERINFO).deniedWith(401, "UNAUTHORIZED");
    ada.get(USERINFO).deniedWith(401, "INVALID_TOKEN");
    app.bot().get(USERINFO).deniedWith(401, "INVALID_TOKEN");
    app.revoke(access).hasStatus(200);
    app.get(USERINFO, access).deniedWith(401, "INVALID_TOKEN");

    String other = app.accessOf(ada, "identify");
    server.clock().advance(Duration.ofDays(7).plusMinutes(5));
    app.get(USERINFO, other).deniedWith(401, "INVALID_TOKEN");
  }

  @Test
  void a_bot_is_told_where_the_gateway_is() {
    var told = app.bot().get(GATEWAY).hasStatus(200).json();

    assertThat(told.path("url").asString()).isEqualTo("wss://astral.example");
    assertThat(told.path("shards").asInt()).isEqualTo(1);
    var limit = told.path("session_start_limit");
    assertThat(limit.path("total").asInt()).isEqualTo(1000);
    assertThat(limit.path("remaining").asInt()).isEqualTo(999);
    assertThat(limit.path("reset_after").asInt()).isEqualTo(14_400_000);
    assertThat(limit.path("max_concurrency").asInt()).isEqualTo(1);
  }

  @Test
  @Attack("B-10")
  void the_gateway_is_for_bots_alone() {
    server.wire().get(GATEWAY).deniedWith(401, "MISSING_AUTHORIZATION");
    ada.get(GATEWAY).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.get(GATEWAY, app.accessOf(ada, "identify")).deniedWith(401, "INVALID_AUTH_TOKEN");
    server
        .wire()
        .get(GATEWAY, Map.of("Authorization", "Bot " + app.id() + ".wrong"))
        .deniedWith(401, "INVALID_AUTH_TOKEN");
  }
}
