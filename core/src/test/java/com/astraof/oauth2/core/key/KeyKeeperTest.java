package com.astraof.oauth2.core.key;

import static com.astraof.oauth2.core.key.KeyRoom.NOW;
import static com.astraof.oauth2.core.key.KeyRoom.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.key.KeyKeeper.Retirement;
import com.astraof.oauth2.core.key.KeyKeeper.Rotation;
import com.astraof.oauth2.core.testing.Attack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KeyKeeperTest {
  private final KeyRoom room = new KeyRoom();
  private final String first = room.keeper.keep(NOW).orElseThrow().id();

  @Test
  @Attack("S-11")
  void many_nodes_make_one_next_key() throws Exception {
    var due = NOW.plus(Duration.ofDays(89));
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < 16; i++) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return new KeyKeeper(room.vault(room.masters), POLICY).keep(due);
                }));
      }
      start.countDown();
      for (Future<?> one : running) {
        one.get();
      }
    }

    assertThat(room.vault.facts()).hasSize(2);
  }

  @Test
  @Attack("S-11")
  void a_node_that_was_frozen_since_the_key_was_due_makes_no_second_one() {
    var due = NOW.plus(Duration.ofDays(89));
    room.keeper.keep(due);
    room.keeper.keep(due.plus(Duration.ofDays(90)));
    assertThat(room.vault.facts()).hasSize(3);

    assertThat(new KeyKeeper(room.vault(room.masters), POLICY).keep(due)).isEmpty();
    assertThat(room.vault.facts()).hasSize(3);
  }

  @Test
  void a_rotation_waits_for_the_next_key_that_is_there() {
    var made = (Rotation.Made) room.keeper.rotate(NOW);

    assertThat(room.keeper.rotate(NOW.plusSeconds(1)))
        .isEqualTo(new Rotation.AlreadyWaiting(made.key()));
    assertThat(room.keeper.rotate(made.key().signsFrom())).isInstanceOf(Rotation.Made.class);
  }

  @Test
  void a_key_made_by_hand_has_the_algorithm_of_the_one_that_signs() {
    var other = new KeyPolicy(SigningAlgorithm.RS256, POLICY.rotation(), POLICY.tokenLifetime());

    var made = new KeyKeeper(room.vault, other).rotateNow(NOW);

    assertThat(made.key().algorithm()).isEqualTo(SigningAlgorithm.ES256);
  }

  @Test
  void retiring_the_current_key_has_another_sign_at_once() {
    var keys = room.keys();
    byte[] signed = keys.current(NOW).sign(new byte[] {1});

    var retired = (Retirement.Retired) room.keeper.retire(first, NOW.plusSeconds(1));
    keys.refresh();

    var now = NOW.plusSeconds(1);
    assertThat(signed).hasSize(64);
    assertThat(keys.accepted(first, now)).isEmpty();
    assertThat(keys.current(now).id()).isEqualTo(retired.successor().orElseThrow().id());
    assertThat(keys.published(now).getKeyByKeyId(first)).isNull();
  }

  @Test
  void retiring_a_next_or_a_retired_key_makes_no_other() {
    String next = ((Rotation.Made) room.keeper.rotate(NOW)).key().id();
    String now = room.keeper.rotateNow(NOW.plusSeconds(1)).key().id();

    for (String id : new String[] {next, first}) {
      var retired = (Retirement.Retired) room.keeper.retire(id, NOW.plusSeconds(2));
      assertThat(retired.successor()).isEmpty();
    }

    assertThat(room.vault.facts()).hasSize(3);
    assertThat(room.keys().current(NOW.plusSeconds(2)).id()).isEqualTo(now);
  }

  @Test
  void an_unknown_or_gone_key_is_not_retired() {
    room.keeper.retire(first, NOW);

    assertThat(room.keeper.retire(first, NOW)).isInstanceOf(Retirement.AlreadyGone.class);
    assertThat(room.keeper.retire("other", NOW)).isEqualTo(new Retirement.Unknown());
  }
}
