package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.testing.Jwks;
import com.astraof.oauth2.server.testing.OtherNode;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing keys take turns, and nobody who holds a token notices. */
final class KeyRotationStoryTest {
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestApp app = server.app();

  @AfterEach
  void stop() {
    server.close();
  }

  private void pass(Duration time) {
    server.clock().advance(time);
    server.astral().keepKeys();
  }

  /** A new one, for a session that time has not ended. */
  private String token() {
    return app.accessOf(ada.signsInElsewhere(TestUser.PASSWORD, "Firefox"), "identify");
  }

  private void isValid(String token) {
    app.get("/api/v1/users/@me", token).hasStatus(200);
    assertThat(Jwks.of(server).verifies(token)).isTrue();
  }

  private void isRefused(String token) {
    app.get("/api/v1/users/@me", token).deniedWith(401, "INVALID_AUTH_TOKEN");
  }

  @Test
  @Rfc(value = 7517, section = "5")
  void a_key_is_published_before_it_signs_and_until_its_last_token_has_expired() {
    String first = Jwks.keyOf(token());
    assertThat(Jwks.of(server).ids()).containsExactly(first);

    pass(Duration.ofDays(89).minusSeconds(1));
    assertThat(Jwks.of(server).ids()).containsExactly(first);

    pass(Duration.ofSeconds(1));
    String before = token();
    assertThat(Jwks.keyOf(before)).isEqualTo(first);
    assertThat(Jwks.of(server).ids()).hasSize(2).startsWith(first);
    String second = Jwks.of(server).ids().getLast();

    pass(Duration.ofDays(1).minusSeconds(1));
    String last = token();
    assertThat(Jwks.keyOf(last)).isEqualTo(first);

    pass(Duration.ofSeconds(1));
    String after = token();
    assertThat(Jwks.keyOf(after)).isEqualTo(second);
    List.of(before, last, after).forEach(this::isValid);

    pass(Duration.ofDays(7).minusSeconds(2));
    isValid(last);
    isValid(after);
    pass(SKEW.plusSeconds(2));
    assertThat(Jwks.of(server).ids()).containsExactly(second);
    isRefused(last);
  }

  @Test
  void a_cached_key_set_knows_every_token_of_the_coming_day() {
    pass(Duration.ofDays(89));
    var cached = Jwks.of(server);

    for (int hours = 0; hours < 48; hours += 6) {
      assertThat(cached.verifies(token())).isTrue();
      pass(Duration.ofHours(6));
    }
  }

  @Test
  void a_restart_between_the_steps_changes_nothing() {
    String token = token();
    pass(Duration.ofDays(89));
    var ids = Jwks.of(server).ids();
    server.restart();
    assertThat(Jwks.of(server).ids()).isEqualTo(ids);

    String before = token();
    pass(Duration.ofDays(1));
    server.restart();

    isValid(before);
    assertThat(Jwks.keyOf(token())).isEqualTo(ids.getLast());
    isRefused(token);
  }

  @Test
  void a_key_that_another_node_made_signs_here_too() {
    try (var node = new OtherNode(server)) {
      String made = node.keeper().rotateNow(server.clock().instant()).key().id();

      server.astral().keepKeys();

      String token = token();
      assertThat(Jwks.keyOf(token)).isEqualTo(made);
      isValid(token);
    }
  }

  @Test
  @Attack("T-12")
  void a_key_that_was_retired_by_hand_verifies_nothing_any_more() {
    String token = token();
    String other = token();
    isValid(other);

    try (var node = new OtherNode(server)) {
      node.keeper().retire(Jwks.keyOf(token), server.clock().instant());
    }
    server.astral().keepKeys();

    isRefused(token);
    isRefused(other);
    assertThat(Jwks.of(server).ids()).hasSize(1).doesNotContain(Jwks.keyOf(token));
    isValid(token());
  }

  @Test
  @Attack("S-11")
  void no_request_fails_while_keys_are_rotated() throws Exception {
    var running = new AtomicBoolean(true);
    var first = app.exchange(ada.approves(app, "identify")).granted();
    var newest = new AtomicReference<>(first.access());
    try (var node = new OtherNode(server);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var hammering = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 8; i++) {
        hammering.add(threads.submit(hammer(running, newest)));
      }
      hammering.add(threads.submit(refresh(running, first.refresh(), newest)));
      for (int i = 0; i < 40; i++) {
        server.clock().advance(Duration.ofHours(1));
        node.keeper().rotateNow(server.clock().instant());
        server.astral().keepKeys();
        var at = server.clock().instant().minusSeconds(1);
        assertThat(node.keeper().rotate(at)).isNotNull();
        server.astral().keepKeys();
        assertThat(Jwks.of(server).verifies(newest.get())).isTrue();
      }
      running.set(false);
      for (Future<Integer> one : hammering) {
        assertThat(one.get()).isPositive();
      }
    }
  }

  private Callable<Integer> hammer(AtomicBoolean running, AtomicReference<String> newest) {
    return () -> {
      String old = newest.get();
      int requests = 0;
      while (running.get()) {
        app.get("/api/v1/users/@me", old).hasStatus(200);
        app.get("/api/v1/users/@me", newest.get()).hasStatus(200);
        requests += 2;
      }
      return requests;
    };
  }

  private Callable<Integer> refresh(
      AtomicBoolean running, String token, AtomicReference<String> newest) {
    return () -> {
      String refresh = token;
      int requests = 0;
      while (running.get()) {
        var tokens = app.refresh(refresh).granted();
        refresh = tokens.refresh();
        newest.set(tokens.access());
        requests++;
      }
      return requests;
    };
  }
}
