package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.BrokenTable;
import com.astraof.oauth2.server.testing.OtherNode;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node whose feed of endings fails, while another one goes on ending things. */
final class CutOffStoryTest {
  private final TestServer server = TestServer.withManagement();
  private final OtherNode elsewhere = new OtherNode(server);
  private final TestUser ada = server.user("ada");
  private final TestApp thief = server.app();
  private final TestApp app = server.app();
  private final String stolen = thief.accessOf(ada, "identify");
  private final String token = app.accessOf(ada, "identify");

  @AfterEach
  void stop() {
    elsewhere.close();
    server.close();
  }

  private Answer me(String token) {
    return server.wire().get("/api/v1/users/@me", Map.of("Authorization", "Bearer " + token));
  }

  private void endsElsewhere(TestApp app) {
    var id = ApplicationId.parse(app.id()).orElseThrow();
    elsewhere.overseer().disable(id, "A thief.", server.clock().instant());
  }

  @Test
  @Attack("S-15")
  void after_a_second_it_trusts_no_access_token_until_it_has_caught_up() {
    try (var _ = new BrokenTable(server, "grants")) {
      endsElsewhere(thief);
      server.clock().advance(Duration.ofMillis(900));
      me(stolen).hasStatus(200);

      server.clock().advance(Duration.ofMillis(200));
      assertThat(me(stolen).hasStatus(503).header("Retry-After")).isPresent();
      me(token).hasStatus(503);
      app.introspect(token).hasStatus(503);
    }

    me(stolen).hasStatus(401);
    me(token).hasStatus(200);
    assertThat(app.introspect(token).json().path("active").asBoolean()).isTrue();
  }

  @Test
  @Attack("S-15")
  void a_node_that_was_frozen_reads_what_ended_before_it_accepts_anything() {
    endsElsewhere(thief);
    server.clock().advance(Duration.ofSeconds(2));

    me(stolen).hasStatus(401);
    me(token).hasStatus(200);
  }

  @Test
  @Attack("S-15")
  void an_ending_of_the_time_without_a_feed_is_learned_however_long_that_was() {
    try (var _ = new BrokenTable(server, "grants")) {
      endsElsewhere(thief);
      server.clock().advance(Duration.ofMinutes(30));
      me(stolen).hasStatus(503);
    }

    me(stolen).hasStatus(401);
  }

  @Test
  @Attack("S-15")
  void readiness_fails_meanwhile_and_says_why() {
    server.management().get("/readyz").hasStatus(200);

    try (var _ = new BrokenTable(server, "grants")) {
      server.clock().advance(Duration.ofSeconds(11));
      var answer = server.management().get("/readyz").hasStatus(503);
      assertThat(answer.body()).contains("What other nodes revoke has not been learned for 11 s.");
    }

    server.astral().followEndings();
    server.management().get("/readyz").hasStatus(200);
  }
}
