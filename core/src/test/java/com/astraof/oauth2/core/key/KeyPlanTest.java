package com.astraof.oauth2.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.key.KeyPlan.Wanted;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which key is made when, and what the keys then do. */
class KeyPlanTest {
  private static final Instant NOW = TestClock.START;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LIFETIME = Duration.ofDays(7);
  private static final KeyPolicy POLICY = policy(SigningAlgorithm.ES256, 90);

  private final List<KeyFacts> keys = new ArrayList<>();

  private static KeyPolicy policy(SigningAlgorithm algorithm, int days) {
    return new KeyPolicy(algorithm, Optional.of(Duration.ofDays(days)), LIFETIME);
  }

  private static KeyFacts made(Wanted wanted, Instant now) {
    String id = "key" + wanted.generation();
    return new KeyFacts(id, wanted.generation(), wanted.algorithm(), now, wanted.signsFrom(), null);
  }

  private static KeyFacts ended(KeyFacts key, Instant at) {
    return new KeyFacts(
        key.id(), key.generation(), key.algorithm(), key.createdAt(), key.signsFrom(), at);
  }

  private void keep(KeyPolicy policy, Instant now) {
    KeyPlan.due(keys, policy, now).ifPresent(wanted -> keys.add(made(wanted, now)));
  }

  private KeyState state(int generation, Instant now) {
    return state(keys, generation, now);
  }

  private static KeyState state(List<KeyFacts> keys, int generation, Instant now) {
    var timetable = new KeyTimetable(keys, POLICY);
    return timetable.turns().stream()
        .filter(turn -> turn.key().generation() == generation)
        .map(turn -> timetable.stateOf(turn, now))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_first_key_signs_at_once() {
    assertThat(KeyPlan.due(List.of(), POLICY, NOW))
        .hasValue(new Wanted(1, SigningAlgorithm.ES256, NOW));
  }

  @Test
  void a_key_is_next_then_current_then_retired_then_gone() {
    keep(POLICY, NOW);
    Instant takesOver = NOW.plus(Duration.ofDays(90));
    keep(POLICY, takesOver.minus(DAY).minusMillis(1));
    assertThat(keys).hasSize(1);

    keep(POLICY, takesOver.minus(DAY));

    assertThat(keys.getLast().signsFrom()).isEqualTo(takesOver);
    assertThat(state(2, takesOver.minusMillis(1))).isEqualTo(KeyState.NEXT);
    assertThat(state(1, takesOver.minusMillis(1))).isEqualTo(KeyState.CURRENT);
    assertThat(state(2, takesOver)).isEqualTo(KeyState.CURRENT);
    Instant last = takesOver.plus(LIFETIME).plus(KeyPolicy.SKEW);
    assertThat(state(1, takesOver)).isEqualTo(KeyState.RETIRED);
    assertThat(state(1, last.minusMillis(1))).isEqualTo(KeyState.RETIRED);
    assertThat(state(1, last)).isEqualTo(KeyState.GONE);
  }

  @Test
  void without_a_rotation_a_key_signs_for_good() {
    var never = new KeyPolicy(SigningAlgorithm.ES256, Optional.empty(), LIFETIME);
    keep(never, NOW);

    assertThat(KeyPlan.due(keys, never, NOW.plus(Duration.ofDays(10_000)))).isEmpty();
  }

  @Test
  void a_server_that_was_away_publishes_a_key_before_it_signs() {
    keep(POLICY, NOW);
    Instant late = NOW.plus(Duration.ofDays(200));

    assertThat(KeyPlan.due(keys, POLICY, late))
        .hasValue(new Wanted(2, SigningAlgorithm.ES256, late.plus(DAY)));
  }

  @Test
  void another_algorithm_takes_over_after_a_day() {
    keep(POLICY, NOW);
    var changed = policy(SigningAlgorithm.EDDSA, 90);

    keep(changed, NOW.plusSeconds(1));

    assertThat(keys.getLast().algorithm()).isEqualTo(SigningAlgorithm.EDDSA);
    assertThat(keys.getLast().signsFrom()).isEqualTo(NOW.plusSeconds(1).plus(DAY));
    assertThat(KeyPlan.due(keys, changed, NOW.plusSeconds(2))).isEmpty();
  }

  @Test
  @Attack("S-11")
  void a_clock_that_jumps_a_year_ahead_and_back_keeps_the_rotation_going() {
    keep(POLICY, NOW);
    keep(POLICY, NOW.plus(Duration.ofDays(365)));

    assertThat(state(1, NOW.plus(DAY))).isEqualTo(KeyState.CURRENT);
    keep(POLICY, NOW.plus(Duration.ofDays(89)));
    assertThat(keys.getLast().signsFrom()).isEqualTo(NOW.plus(Duration.ofDays(90)));
  }

  @Test
  @Attack("S-11")
  void a_clock_that_jumps_back_before_all_keys_signs_with_the_first() {
    keep(POLICY, NOW);

    var before = NOW.minus(Duration.ofDays(30));

    assertThat(KeyPlan.due(keys, POLICY, before)).isEmpty();
    assertThat(state(1, before)).isEqualTo(KeyState.CURRENT);
  }

  @Test
  void an_ended_key_is_replaced_at_once_and_its_predecessors_tokens_live_on() {
    keep(POLICY, NOW);
    Instant turn = NOW.plus(Duration.ofDays(90));
    keep(POLICY, turn.minus(DAY));
    Instant emergency = turn.plus(DAY);
    keys.set(1, ended(keys.get(1), emergency));

    keep(POLICY, emergency);

    assertThat(state(3, emergency)).isEqualTo(KeyState.CURRENT);
    assertThat(state(2, emergency)).isEqualTo(KeyState.GONE);
    assertThat(state(1, emergency)).isEqualTo(KeyState.RETIRED);
    assertThat(state(1, turn.plus(LIFETIME).plus(KeyPolicy.SKEW))).isEqualTo(KeyState.GONE);
  }

  @Test
  void a_next_key_that_was_ended_never_was() {
    keep(POLICY, NOW);
    Instant turn = NOW.plus(Duration.ofDays(90));
    keep(POLICY, turn.minus(DAY));
    keys.set(1, ended(keys.get(1), turn.minusSeconds(1)));

    assertThat(state(1, turn)).isEqualTo(KeyState.CURRENT);
    keep(POLICY, turn);
    assertThat(keys.getLast().signsFrom()).isEqualTo(turn.plus(DAY));
  }

  /** Years of a server that looks now and then, whose clock goes wrong and whose operator acts. */
  @Test
  @Attack("S-11")
  void at_any_time_one_key_signs_and_what_it_signs_lives_its_time() {
    Property.forAll(
        300,
        gen -> {
          var history = new History(gen);
          for (int i = 0; i < 60; i++) {
            history.step();
          }
        });
  }

  @Test
  void nothing_is_due_twice_and_two_nodes_want_the_same_generation() {
    Property.forAll(
        300,
        gen -> {
          var history = new History(gen);
          for (int i = 0; i < 20; i++) {
            history.step();
            Instant other = history.now.plusMillis(gen.between(-60_000, 60_000));
            var one = KeyPlan.due(history.keys, POLICY, history.now);
            var two = KeyPlan.due(history.keys, POLICY, other);
            assertThat(one).as("after keep").isEmpty();
            two.ifPresent(
                wanted -> assertThat(wanted.generation()).isEqualTo(history.keys.size() + 1));
          }
        });
  }

  private static final class History {
    private final Gen gen;
    private final List<KeyFacts> keys = new ArrayList<>();
    private final List<Signed> signed = new ArrayList<>();
    private Instant now = NOW;

    History(Gen gen) {
      this.gen = gen;
      keep();
    }

    void step() {
      now = now.plus(Duration.ofMinutes(gen.between(1, 60 * 24 * 40)));
      if (gen.below(20) == 0) {
        rotateNow();
      }
      if (gen.below(30) == 0) {
        end();
      }
      keep();
      everyTokenHolds();
      sign();
    }

    private void keep() {
      KeyPlan.due(keys, POLICY, now)
          .ifPresent(
              wanted -> {
                boolean isUrgent = new KeyTimetable(keys, POLICY).current(now).isEmpty();
                assertThat(wanted.signsFrom())
                    .isAfterOrEqualTo(isUrgent ? now : now.plus(KeyPolicy.PUBLISHED_AHEAD));
                keys.add(made(wanted, now));
              });
    }

    private void rotateNow() {
      keys.add(made(KeyPlan.wanted(keys, SigningAlgorithm.ES256, now), now));
    }

    private void end() {
      var key = new KeyTimetable(keys, POLICY).current(now).orElseThrow().key();
      rotateNow();
      keys.set(key.generation() - 1, ended(key, now));
      signed.removeIf(token -> token.generation == key.generation());
    }

    private void sign() {
      var current = new KeyTimetable(keys, POLICY).current(now).orElseThrow();
      assertThat(current.key().signsFrom()).isBeforeOrEqualTo(now);
      signed.add(new Signed(current.key().generation(), now.plus(LIFETIME)));
    }

    private void everyTokenHolds() {
      signed.removeIf(token -> !now.isBefore(token.expiresAt));
      for (Signed token : signed) {
        assertThat(state(keys, token.generation, now)).isNotEqualTo(KeyState.GONE);
      }
    }

    private record Signed(int generation, Instant expiresAt) {}
  }
}
