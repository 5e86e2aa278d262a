package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drives grants with random steps, and holds every answer against a model of a few lines. */
final class GrantModelTest {
  private static final Duration GRACE = Duration.ofHours(1);

  @Test
  @Attack("T-07")
  @Attack("T-08")
  @Attack("C-01")
  void every_answer_is_the_one_that_the_model_gives() {
    try (var server = TestServer.start()) {
      TestUser ada = server.user("ada");
      TestApp app = server.app();

      Property.forAll(
          "The grant",
          25,
          gen -> {
            var grant = new Model(app, ada.approves(app, "identify"));
            for (int step = 0; step < 25; step++) {
              step(gen, server, grant);
            }
          });
    }
  }

  private static void step(Gen gen, TestServer server, Model grant) {
    switch (gen.below(12)) {
      case 0 -> grant.exchangesAgain();
      case 1 -> grant.revokes(gen.choice(grant.refreshTokens));
      case 2 -> server.restart();
      case 3, 4 -> server.clock().advance(Duration.ofSeconds(gen.between(1, 3_000)));
      case 5, 6 -> grant.refreshes(gen.below(grant.refreshTokens.size()), server.clock().instant());
      default -> grant.refreshes(grant.refreshTokens.size() - 1, server.clock().instant());
    }
    grant.isAsAliveAsItsTokens();
  }

  /** What the client knows, and what must therefore be so. */
  private static final class Model {
    private final TestApp app;
    private final String code;
    private final List<String> refreshTokens = new ArrayList<>();
    private String accessToken;
    private boolean alive = true;
    private Instant renewedAt = Instant.EPOCH;

    Model(TestApp app, String code) {
      this.app = app;
      this.code = code;
      var tokens = app.exchange(code).granted();
      this.accessToken = tokens.access();
      refreshTokens.add(tokens.refresh());
    }

    void exchangesAgain() {
      app.exchange(code).refusedWith("invalid_grant");
      alive = false;
    }

    void revokes(String token) {
      app.revoke(token).hasStatus(200);
      alive = false;
    }

    void refreshes(int generation, Instant now) {
      int newest = refreshTokens.size() - 1;
      var answer = app.refresh(refreshTokens.get(generation));
      if (!alive) {
        answer.refusedWith("invalid_grant");
      } else if (generation == newest) {
        var tokens = answer.granted();
        accessToken = tokens.access();
        refreshTokens.add(tokens.refresh());
        renewedAt = now;
      } else if (generation == newest - 1 && now.isBefore(renewedAt.plus(GRACE))) {
        assertThat(answer.granted().refresh()).isEqualTo(refreshTokens.getLast());
      } else {
        answer.refusedWith("invalid_grant");
        alive = false;
      }
    }

    void isAsAliveAsItsTokens() {
      app.get("/api/v1/users/@me", accessToken).hasStatus(alive ? 200 : 401);
    }
  }
}
