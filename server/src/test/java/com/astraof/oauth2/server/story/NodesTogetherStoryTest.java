package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.config.HostList;
import com.astraof.oauth2.server.config.RegistrationSettings;
import com.astraof.oauth2.server.config.RegistrationSettings.Mode;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Rate;
import com.astraof.oauth2.server.limit.Rates;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Registrant;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.testing.Pooler;
import com.astraof.oauth2.storage.testing.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several nodes on one PostgreSQL, none of which leads. */
final class NodesTogetherStoryTest {
  private static final String ME = "/api/v1/users/@me";
  private static final String LOGIN = "/api/v1/auth/login";
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST = 20;
  private static final int UNTOLD = MOST / 10;

  private static final RegistrationSettings OPEN =
      new RegistrationSettings(Mode.OPEN, 100, Duration.ofDays(30), false, HostList.ANY);

  private final DatabaseAddress.Postgres database = PostgresServer.running().make();

  private static TestApp at(TestServer node, TestApp app) {
    return new TestApp(node, app.id(), app.secret(), app.redirectUri());
  }

  /** Asks again and again, as an app would. */
  private static boolean isRefusedInTime(TestApp app, String token) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (app.get(ME, token).status() == 401) {
        return true;
      }
    }
    return false;
  }

  @Test
  @Attack("T-12")
  void what_one_node_ends_the_other_hears_although_it_never_asks() {
    try (var first = TestServer.withHeartbeat(NEVER, settings -> settings.with(database));
        var second = TestServer.anotherNodeOf(first)) {
      var app = first.app();
      var there = at(second, app);
      var tokens = app.exchange(first.user("ada").approves(app, "identify")).granted();
      there.get(ME, tokens.access()).hasStatus(200);

      app.revoke(tokens.refresh()).hasStatus(200);

      assertThat(isRefusedInTime(there, tokens.access())).isTrue();
    }
  }

  @Test
  @Attack("T-12")
  void where_nothing_can_be_heard_asking_is_enough() {
    try (var pooler = new Pooler(database);
        var first = TestServer.with(settings -> settings.with(database));
        var second = TestServer.anotherNodeOf(first, pooler.address())) {
      var app = first.app();
      var there = at(second, app);
      var tokens = app.exchange(first.user("ada").approves(app, "identify")).granted();
      there.get(ME, tokens.access()).hasStatus(200);

      app.revoke(tokens.refresh()).hasStatus(200);

      assertThat(isRefusedInTime(there, tokens.access())).isTrue();
    }
  }

  @Test
  @Attack("A-11")
  void whoever_sweeps_and_however_many_do_at_once_the_same_goes_and_stays() {
    try (var first = TestServer.with(settings -> settings.with(database).with(OPEN));
        var second = TestServer.anotherNodeOf(first)) {
      var unused = register(first);
      var used = register(first);
      first.user("ada").approves(used.app(TestApp.REDIRECT_URI), "identify");
      first.clock().advance(Duration.ofDays(31));

      Together.times(
          8,
          number -> {
            (number % 2 == 0 ? first : second).astral().sweep();
            return true;
          });

      unused.read().refusedForToken();
      used.read().hasStatus(200);
    }
  }

  @Test
  void when_a_node_stops_another_goes_on_with_its_work() {
    var first = TestServer.with(settings -> settings.with(database).with(OPEN));
    try (var second = TestServer.anotherNodeOf(first)) {
      first.astral().sweep();
      var unused = register(first);
      first.close();
      var there = new Registrant(second, unused.id(), unused.secret(), unused.token());
      there.read().hasStatus(200);
      second.clock().advance(Duration.ofDays(31));

      second.astral().sweep();

      there.read().refusedForToken();
    }
  }

  private static Registrant register(TestServer server) {
    var metadata = Map.of("redirect_uris", List.of(TestApp.REDIRECT_URI));
    return Registrant.of(server, Registrant.register(server, metadata, "").hasStatus(201));
  }

  @Test
  @Attack("A-05")
  void a_limit_holds_for_all_nodes_together() {
    var rates = new Rates(true, Map.of(Limit.CLIENT, new Rate(MOST, Duration.ofMinutes(10))));
    try (var first = TestServer.with(settings -> settings.with(database).with(rates));
        var second = TestServer.anotherNodeOf(first)) {
      var app = first.app();
      var there = at(second, app);

      int letThrough = 0;
      for (int i = 0; i < 2 * MOST; i++) {
        letThrough += (i % 2 == 0 ? app : there).revoke("x").status() == 200 ? 1 : 0;
        first.astral().exchangeLimits();
        second.astral().exchangeLimits();
      }

      // The last at the other node is told of when this one tells of something itself.
      assertThat(letThrough).isBetween(MOST, MOST + 2 * UNTOLD + 1);
      app.revoke("x").hasStatus(429).hasHeader("X-RateLimit-Remaining", "0");
      there.revoke("x").hasStatus(429).hasHeader("X-RateLimit-Remaining", "0");
    }
  }

  @Test
  void who_is_always_served_by_one_node_has_the_whole_limit_there() {
    var rates = new Rates(true, Map.of(Limit.CLIENT, new Rate(MOST, Duration.ofMinutes(10))));
    try (var first = TestServer.with(settings -> settings.with(database).with(rates));
        var second = TestServer.anotherNodeOf(first)) {
      var app = at(second, first.app());
      for (int i = 0; i < MOST; i++) {
        app.revoke("x").hasStatus(200).hasHeader("X-RateLimit-Remaining", "" + (MOST - 1 - i));
        second.astral().exchangeLimits();
      }
      app.revoke("x").hasStatus(429);
    }
  }

  @Test
  @Attack("U-08")
  void guesses_at_one_node_count_at_the_other_and_what_was_too_much_is_waited_for() {
    try (var first = TestServer.with(settings -> settings.with(database).with(Rates.DEFAULT));
        var second = TestServer.anotherNodeOf(first)) {
      var ada = first.user("ada");
      for (int i = 0; i < 5; i++) {
        login(first, ada, "a guess at it").hasStatus(400);
      }
      first.astral().exchangeLimits();
      login(second, ada, "a guess before it hears").hasStatus(400);
      second.astral().exchangeLimits();

      login(second, ada, TestUser.PASSWORD).hasStatus(429);
      first.clock().advance(Duration.ofMinutes(3));
      login(second, ada, TestUser.PASSWORD).hasStatus(429);
      first.clock().advance(Duration.ofMinutes(3));
      login(second, ada, TestUser.PASSWORD).hasStatus(200);
    }
  }

  private static Answer login(TestServer node, TestUser user, String password) {
    String body = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(user.email(), password);
    return node.wire().json(LOGIN, body, Map.of("X-Forwarded-For", "198.51.100.7"));
  }
}
