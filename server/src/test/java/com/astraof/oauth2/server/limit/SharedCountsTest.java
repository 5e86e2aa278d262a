package com.astraof.oauth2.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.limit.SharedLimits;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a node tells others, and when they cannot be told. */
final class SharedCountsTest {
  private static final Rate RATE = new Rate(5, Duration.ofMinutes(1));
  private static final Duration SHARE = Duration.ofSeconds(12);

  private final Map<String, Duration> told = new HashMap<>();
  private boolean isAway;
  private final SharedLimits everybody = this::use;
  private final SharedCounts counts = SharedCounts.of(everybody);

  private Map<String, Instant> use(Map<String, Duration> used, Instant now) {
    if (isAway) {
      throw new IllegalStateException("away");
    }
    told.putAll(used);
    return Map.of();
  }

  private void take(String name, Rate rate) {
    var allowance = new Allowance(rate);
    assertThat(allowance.take(Duration.ofDays(1).toNanos())).isTrue();
    counts.note(name, rate, allowance);
  }

  @Test
  void nothing_is_told_twice_and_nothing_when_there_is_nothing() {
    take("ada", RATE);
    assertThat(counts.exchange(TestClock.START)).isFalse();
    assertThat(told).containsExactly(Map.entry("ada", SHARE));

    told.clear();
    counts.exchange(TestClock.START);
    assertThat(told).isEmpty();
  }

  @Test
  void what_cannot_be_told_is_told_later() {
    isAway = true;
    take("ada", RATE);
    assertThatThrownBy(() -> counts.exchange(TestClock.START)).hasMessage("away");

    isAway = false;
    counts.exchange(TestClock.START);
    assertThat(told).containsExactly(Map.entry("ada", SHARE));
  }

  @Test
  void many_are_told_of_in_portions() {
    for (int i = 0; i < 501; i++) {
      take("user " + i, RATE);
    }
    assertThat(counts.exchange(TestClock.START)).isTrue();
    assertThat(told).hasSize(500);
    assertThat(counts.exchange(TestClock.START)).isFalse();
    assertThat(told).hasSize(501);
  }

  @Test
  void of_the_shortest_windows_nothing_is_told() {
    take("ada", new Rate(1, Duration.ofSeconds(1)));
    counts.exchange(TestClock.START);

    assertThat(told).isEmpty();
  }
}
