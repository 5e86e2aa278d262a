package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.lease.Lease;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import com.astraof.oauth2.core.testing.Together;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One node at a time holds a lease, and no lease dies with a node. */
abstract class LeaseContract extends StoreContract {
  private final TestClock clock = new TestClock();

  /** Of a node with a clock of its own. */
  private Lease node(TestClock own) {
    return new Lease(storage().leases(), "chores", own, new SystemEntropy());
  }

  private Lease node() {
    return node(clock);
  }

  @Test
  void of_many_nodes_that_ask_at_once_one_holds_it() {
    var held = Together.times(20, () -> node().isHeld());

    assertThat(held).containsOnlyOnce(true);
  }

  @Test
  void another_lease_is_another_matter() {
    var other = new Lease(storage().leases(), "other", clock, new SystemEntropy());

    assertThat(node().isHeld()).isTrue();
    assertThat(other.isHeld()).isTrue();
  }

  @Test
  void who_asks_again_and_again_keeps_it() {
    Lease holder = node();
    Lease other = node();
    for (int i = 0; i < 30; i++) {
      assertThat(holder.isHeld()).isTrue();
      assertThat(other.isHeld()).isFalse();
      clock.advance(Lease.BEAT);
    }
  }

  @Test
  void who_died_is_followed_when_the_others_have_heard_nothing_for_long_enough() {
    assertThat(node().isHeld()).isTrue();
    Lease other = node();
    assertThat(other.isHeld()).as("seen for the first time").isFalse();
    clock.advance(Lease.SILENCE.minusSeconds(1));
    assertThat(other.isHeld()).isFalse();
    clock.advance(Lease.BEAT);
    assertThat(other.isHeld()).isTrue();
  }

  @Test
  void who_was_frozen_learns_first_that_somebody_else_goes_on() {
    Lease frozen = node();
    Lease other = node();
    assertThat(Stream.of(frozen, other).map(Lease::isHeld)).containsExactly(true, false);
    clock.advance(Lease.SILENCE);
    assertThat(other.isHeld()).isTrue();

    assertThat(frozen.isHeld()).isFalse();
    clock.advance(Lease.BEAT);
    assertThat(Stream.of(frozen, other).map(Lease::isHeld)).containsExactly(false, true);
  }

  @Test
  void of_many_that_follow_at_once_one_does() {
    assertThat(node().isHeld()).isTrue();
    var followers = Stream.generate(this::node).limit(16).toList();
    followers.forEach(Lease::isHeld);
    clock.advance(Lease.SILENCE);

    var held = Together.times(16, number -> followers.get(number).isHeld());

    assertThat(held).containsOnlyOnce(true);
  }

  @Test
  void what_is_given_up_goes_to_the_next_who_asks() {
    Lease first = node();
    Lease second = node();
    assertThat(first.isHeld()).isTrue();
    first.release();
    second.release();

    assertThat(second.isHeld()).isTrue();
    clock.advance(Lease.BEAT);
    assertThat(first.isHeld()).isFalse();
  }

  @Test
  void clocks_are_not_compared() {
    var ahead = new TestClock();
    ahead.advance(Duration.ofDays(400));
    Lease holder = node();
    Lease other = node(ahead);

    assertThat(Stream.of(holder, other).map(Lease::isHeld)).containsExactly(true, false);
    ahead.rewind(Duration.ofDays(800));
    assertThat(other.isHeld()).isFalse();
    ahead.advance(Lease.SILENCE);
    assertThat(other.isHeld()).as("silent for long enough, by that clock alone").isTrue();
  }
}
