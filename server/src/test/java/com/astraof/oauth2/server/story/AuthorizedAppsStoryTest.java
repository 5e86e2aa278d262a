package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which apps may use an account, and taking that back, over the API (contract 8). */
final class AuthorizedAppsStoryTest {
  private static final String ME = "/api/v1/users/@me";
  private static final String MINE = "/api/v1/oauth2/@me/authorizations";
  private static final String CURRENT = "/api/v1/oauth2/@me";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void each_app_stands_once_with_all_that_it_may_do() {
    assertThat(ada.get(MINE).hasStatus(200).body()).isEqualTo("[]");
    ada.approves(app, "guilds");
    server.clock().advance(Duration.ofDays(2));
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    server.clock().advance(Duration.ofDays(3));
    app.get(ME, tokens.access()).hasStatus(200);

    var list = ada.get(MINE).json();

    assertThat(list.size()).isEqualTo(1);
    var one = list.path(0);
    assertThat(one.path("application").path("id").asString()).isEqualTo(app.id());
    assertThat(one.path("application").propertyNames())
        .containsExactly("id", "name", "icon", "description", "bot_public");
    assertThat(one.path("scopes").valueStream().map(JsonNode::asString))
        .containsExactly("identify", "guilds");
    var since = Instant.parse(one.path("authorized_at").asString());
    var used = Instant.parse(one.path("last_used_at").asString());
    assertThat(Duration.between(since, used)).isEqualTo(Duration.ofDays(5));
  }

  @Test
  @Attack("T-12")
  @Attack("C-11")
  void taking_access_back_ends_every_token_and_code_of_that_app_at_once() {
    var first = app.exchange(ada.approves(app, "identify")).granted();
    var second = app.exchange(ada.approves(app, "identify guilds")).granted();
    var unused = ada.approves(app, "identify");
    var bob = server.user("bob");
    var bobs = app.exchange(bob.approves(app, "identify")).granted();
    var other = server.app();
    var others = other.exchange(ada.approves(other, "identify")).granted();

    ada.delete(MINE + "/" + app.id()).hasStatus(204);

    for (var tokens : List.of(first, second)) {
      app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
      app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    }
    app.exchange(unused).refusedWith("invalid_grant");
    app.get(ME, bobs.access()).hasStatus(200);
    other.get(ME, others.access()).hasStatus(200);
    assertThat(ada.get(MINE).json().size()).isEqualTo(1);
    ada.delete(MINE + "/" + app.id()).hasStatus(204);
  }

  @Test
  @Attack("T-12")
  void what_was_taken_back_stays_so_over_a_restart_and_a_new_approval() {
    var before = app.exchange(ada.approves(app, "identify")).granted();
    ada.delete(MINE + "/" + app.id()).hasStatus(204);

    var after = app.exchange(ada.approves(app, "identify")).granted();

    app.get(ME, after.access()).hasStatus(200);
    app.get(ME, before.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    server.restart();
    app.get(ME, after.access()).hasStatus(200);
    app.get(ME, before.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(before.refresh()).refusedWith("invalid_grant");
    app.refresh(after.refresh()).granted();
  }

  @Test
  @Attack("U-19")
  void nobody_takes_back_what_another_allowed_nor_learns_of_it() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    var mallory = server.user("mallory");

    mallory.delete(MINE + "/" + app.id()).hasStatus(204);
    mallory.delete(MINE + "/1").deniedWith(404, "UNKNOWN_APPLICATION");
    mallory.delete(MINE + "/x").deniedWith(404, "UNKNOWN_APPLICATION");

    assertThat(mallory.get(MINE).body()).isEqualTo("[]");
    app.get(ME, tokens.access()).hasStatus(200);
  }

  @Test
  @Attack("U-20")
  void an_app_sees_only_what_it_holds_itself() {
    var tokens = app.exchange(ada.approves(app, "identify email")).granted();

    var current = app.get(CURRENT, tokens.access()).hasStatus(200).json();

    assertThat(current.path("application").path("id").asString()).isEqualTo(app.id());
    assertThat(current.path("scopes").size()).isEqualTo(2);
    assertThat(current.path("user").path("id").asString()).isEqualTo(ada.id());
    assertThat(current.path("user").path("email").asString()).isEqualTo(ada.email());
    var expires = Instant.parse(current.path("expires").asString());
    assertThat(Duration.between(server.clock().instant(), expires)).isEqualTo(Duration.ofDays(7));

    var guilds = app.exchange(ada.approves(app, "guilds")).granted();
    assertThat(app.get(CURRENT, guilds.access()).json().has("user")).isFalse();
    app.get(MINE, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    ada.get(CURRENT).deniedWith(401, "INVALID_TOKEN");
    app.revoke(tokens.access()).hasStatus(200);
    app.get(CURRENT, tokens.access()).deniedWith(401, "INVALID_TOKEN");
    server.wire().get(CURRENT).deniedWith(401, "UNAUTHORIZED");
  }
}
