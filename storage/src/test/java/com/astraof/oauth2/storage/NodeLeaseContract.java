package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.id.NodeLease;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import com.astraof.oauth2.core.testing.Together;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No two nodes have one number. */
abstract class NodeLeaseContract extends StoreContract {
  private final TestClock clock = new TestClock();

  private NodeLease node() {
    return NodeLease.take(storage().nodeLeases(), clock, new SystemEntropy());
  }

  @Test
  void of_many_nodes_each_has_a_number_of_its_own() {
    var numbers = Together.times(20, () -> node().getAsInt());

    assertThat(numbers).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void a_number_that_is_given_up_goes_to_the_next() {
    NodeLease first = node();
    NodeLease second = node();
    first.release();

    assertThat(node().getAsInt()).isZero();
    assertThat(second.getAsInt()).isEqualTo(1);
  }

  @Test
  void who_lives_keeps_the_number_and_who_died_loses_it() {
    NodeLease alive = node();
    NodeLease dead = node();
    clock.advance(Duration.ofSeconds(100));
    alive.renew();
    clock.advance(Duration.ofSeconds(100));

    NodeLease third = node();
    assertThat(third.getAsInt()).isEqualTo(1);
    assertThat(alive.getAsInt()).isZero();
    assertThat(dead.getAsInt()).as("come back to life").isEqualTo(2);
  }

  @Test
  void who_slept_and_was_not_missed_goes_on() {
    NodeLease sleeper = node();
    clock.advance(Duration.ofDays(3));

    assertThat(sleeper.getAsInt()).isZero();
    assertThat(node().getAsInt()).isEqualTo(1);
  }
}
