package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.PasswordHasher.Cost;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Sign-ins by the hundred, each of which costs real memory and time. */
final class FloodTest {
  private static final int FLOOD = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @Test
  @Attack("U-17")
  void too_many_sign_ins_are_turned_away_and_everything_else_goes_on() {
    try (var server = TestServer.withPasswordsAt(Cost.RECOMMENDED)) {
      var ada = server.user("ada");
      String body =
          "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(ada.email(), TestUser.PASSWORD);

      var flood =
          CompletableFuture.supplyAsync(
              () ->
                  Together.times(
                      FLOOD, () -> server.wire().json("/api/v1/auth/login", body, Map.of())));
      Duration slowest = Duration.ZERO;
      while (!flood.isDone()) {
        long start = System.nanoTime();
        ada.get("/api/v1/users/@me").hasStatus(200);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
      }

      assertThat(slowest).isLessThan(PATIENCE);
      isShared(flood.join());
    }
  }

  private static void isShared(List<Answer> answers) {
    assertThat(answers).extracting(Answer::status).containsOnly(200, 503);
    assertThat(answers).filteredOn(one -> one.status() == 200).hasSizeGreaterThan(50);
    assertThat(answers)
        .filteredOn(one -> one.status() == 503)
        .isNotEmpty()
        .allSatisfy(one -> one.deniedWith(503, "GENERAL_ERROR").hasHeader("Retry-After", "2"));
  }
}
