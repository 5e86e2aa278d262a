package com.astraof.oauth2.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is used, what is left, and what others are told of it. */
final class AllowanceTest {
  private static final long NOON = Duration.ofDays(20_000).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private static Allowance of(int requests) {
    return new Allowance(new Rate(requests, Duration.ofMinutes(1)));
  }

  private static int takeAll(Allowance allowance, long now) {
    int taken = 0;
    while (allowance.take(now)) {
      taken++;
    }
    return taken;
  }

  @Test
  void all_may_be_used_at_once_and_comes_back_evenly() {
    var allowance = of(60);

    assertThat(takeAll(allowance, NOON)).isEqualTo(60);
    assertThat(allowance.untilNext(NOON)).isEqualTo(SECOND);
    assertThat(allowance.untilUnused(NOON)).isEqualTo(60 * SECOND);
    assertThat(takeAll(allowance, NOON + 10 * SECOND)).isEqualTo(10);
    assertThat(allowance.left(NOON + 1_000 * SECOND)).isEqualTo(60);
  }

  @Test
  void whatever_the_rate_no_more_than_it_says_is_there() {
    for (int requests = 1; requests < 2_000; requests++) {
      assertThat(takeAll(of(requests), NOON)).isEqualTo(requests);
    }
  }

  @Test
  void what_is_given_back_can_be_used_again() {
    var allowance = of(3);
    takeAll(allowance, NOON);
    allowance.giveBack();

    assertThat(takeAll(allowance, NOON)).isEqualTo(1);
  }

  @Test
  void a_clock_that_is_set_back_keeps_nobody_waiting_for_longer() {
    var allowance = of(60);
    takeAll(allowance, NOON);
    long back = NOON - Duration.ofDays(1).toNanos();

    assertThat(allowance.untilNext(back)).isEqualTo(SECOND);
    assertThat(takeAll(allowance, back + 10 * SECOND)).isEqualTo(10);
  }

  @Test
  void what_others_used_is_not_there_and_what_was_too_much_is_waited_for() {
    var allowance = of(60);
    allowance.hear(NOON + 50 * SECOND);
    assertThat(allowance.left(NOON)).isEqualTo(10);

    allowance.hear(NOON + 90 * SECOND);
    assertThat(allowance.left(NOON)).isZero();
    assertThat(allowance.untilNext(NOON)).isEqualTo(31 * SECOND);

    allowance.hear(NOON);
    assertThat(allowance.left(NOON)).as("older news").isZero();
  }

  @Test
  void of_each_window_the_first_tenth_is_told_to_nobody() {
    var allowance = of(60);
    for (int i = 0; i < 6; i++) {
      allowance.take(NOON);
    }
    assertThat(allowance.hasUntold()).isFalse();

    takeAll(allowance, NOON);
    assertThat(allowance.tell()).isEqualTo(54 * SECOND);
    assertThat(allowance.hasUntold()).isFalse();

    allowance.giveBack();
    assertThat(allowance.tell()).isEqualTo(-SECOND);
    allowance.take(NOON + 60 * SECOND);
    assertThat(allowance.hasUntold()).isFalse();
  }

  @Test
  void what_was_used_while_others_were_told_is_added_to_what_is_heard() {
    var allowance = of(60);
    takeAll(allowance, NOON);
    long told = allowance.tell();
    allowance.take(NOON + SECOND);

    allowance.hear(NOON + told + 30 * SECOND);

    assertThat(allowance.untilUnused(NOON)).isEqualTo(told + 31 * SECOND);
  }
}
