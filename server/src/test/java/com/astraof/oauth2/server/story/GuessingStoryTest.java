package com.astraof.oauth2.server.story;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many strangers guess one password at once. */
final class GuessingStoryTest {
  private static final String LOGIN = "/api/v1/auth/login";

  private final TestServer server = TestServer.withRateLimits();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer login(String password, Map<String, String> from) {
    String body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(ada.email(), password);
    return server.wire().json(LOGIN, body, from);
  }

  private static Map<String, String> at(String address) {
    return Map.of("X-Forwarded-For", address);
  }

  @Test
  @Attack("U-08")
  void guesses_from_many_places_are_slowed_while_the_owner_gets_in_where_they_are_known() {
    for (int i = 0; i < 25; i++) {
      login("a guess at it", at("198.51.100." + i)).hasStatus(400);
      login("another guess", at("198.51.100." + i)).hasStatus(400);
    }

    login("a guess at it", at("203.0.113.9")).hasStatus(429);
    login(TestUser.PASSWORD, at("203.0.113.9")).hasStatus(429);
    login(TestUser.PASSWORD, Map.of()).hasStatus(200);

    server.clock().advance(Duration.ofHours(1));
    login(TestUser.PASSWORD, at("203.0.113.9")).hasStatus(200);
  }
}
