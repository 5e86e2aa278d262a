package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.grant.GrantEnder;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.OtherNode;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator ends for everybody, beside the running server. */
final class EndingEverythingStoryTest {
  private static final String ME = "/api/v1/users/@me";

  private final TestServer server = TestServer.start();
  private final OtherNode command = new OtherNode(server);
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    command.close();
    server.close();
  }

  private GrantEnder ender() {
    return new GrantEnder(command.storage().grantRegister(), server.clock());
  }

  private boolean isActive(String token) {
    return app.introspect(token).json().path("active").asBoolean();
  }

  @Test
  @Attack("T-17")
  void all_that_was_issued_until_now_has_ended_and_everything_can_begin_anew() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();
    String code = ada.approves(app, "identify");
    String device = app.startsOnDevice("identify").hasStatus(200).text("device_code");

    ender().endAll();
    server.astral().followEndings();

    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    app.exchange(code).refusedWith("invalid_grant");
    app.poll(device).refusedWith("expired_token");
    assertThat(isActive(tokens.access())).isFalse();
    assertThat(isActive(tokens.refresh())).isFalse();
    ada.get(ME).hasStatus(200);

    server.clock().advance(Duration.ofSeconds(2));
    var anew = app.exchange(ada.approves(app, "identify")).granted();
    server.restart();

    app.get(ME, tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    app.get(ME, anew.access()).hasStatus(200);
    app.refresh(anew.refresh()).granted();
  }

  /** The node that has not heard of it yet has to ask the row. */
  @Test
  void a_refresh_is_refused_before_the_feed_was_read() {
    var tokens = app.exchange(ada.approves(app, "identify")).granted();

    ender().endAll();

    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    assertThat(isActive(tokens.refresh())).isFalse();
  }

  @Test
  void what_an_older_sign_in_fetched_lately_ends_and_a_younger_one_fetches_anew() {
    var old = app.exchange(ada.approves(app, "identify")).granted();
    server.clock().advance(Duration.ofDays(1));
    Instant stolen = server.clock().instant();
    server.clock().advance(Duration.ofDays(1));
    var lately = app.refresh(old.refresh()).granted();
    var young = app.exchange(ada.approves(app, "identify")).granted();

    ender().endBefore(stolen);
    server.astral().followEndings();

    app.get(ME, lately.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(lately.refresh()).refusedWith("invalid_grant");
    app.get(ME, young.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    server.clock().advance(Duration.ofSeconds(2));
    app.get(ME, app.refresh(young.refresh()).granted().access()).hasStatus(200);
  }
}
