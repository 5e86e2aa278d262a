package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.key.KeyFacts;
import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.core.key.SigningKeyStore;
import com.astraof.oauth2.core.key.SigningKeyStore.Resealed;
import com.astraof.oauth2.core.key.SigningKeyStore.SealedKey;
import com.astraof.oauth2.core.testing.Attack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the store of signing keys promises on every engine. */
abstract class SigningKeyStoreContract extends StoreContract {
  private SigningKeyStore keys() {
    return storage().signingKeys();
  }

  private static SealedKey key(String id, int generation) {
    var facts =
        new KeyFacts(
            id, generation, SigningAlgorithm.RS256, NOON, NOON.plusSeconds(generation), null);
    return new SealedKey(facts, "envelope of " + id);
  }

  @Test
  void keys_come_back_by_generation_after_a_restart() {
    keys().add(key("b", 2));
    keys().add(key("a", 3));
    keys().add(key("c", 1));

    restart();

    assertThat(keys().all()).containsExactly(key("c", 1), key("b", 2), key("a", 3));
  }

  @Test
  void a_generation_is_taken_once() {
    assertThat(keys().add(key("a", 1))).isTrue();
    assertThat(keys().add(key("b", 1))).isFalse();

    assertThat(keys().all()).containsExactly(key("a", 1));
  }

  @Test
  @Attack("S-11")
  void of_many_who_make_the_same_generation_one_does() throws Exception {
    var start = new CountDownLatch(1);
    int made = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 32; i++) {
        var one = key("key" + i, 7);
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return keys().add(one);
                }));
      }
      start.countDown();
      for (Future<Boolean> one : running) {
        made += one.get() ? 1 : 0;
      }
    }

    assertThat(made).isEqualTo(1);
    assertThat(keys().all()).hasSize(1);
  }

  @Test
  void a_key_ends_once_and_for_good() {
    keys().add(key("a", 1));

    assertThat(keys().end("a", NOON)).isTrue();
    assertThat(keys().end("a", NOON.plusSeconds(1))).isFalse();
    assertThat(keys().end("b", NOON)).isFalse();

    assertThat(keys().all().getFirst().facts().endedAt()).isEqualTo(NOON);
  }

  @Test
  void an_envelope_is_replaced_only_where_it_still_is_the_old_one() {
    keys().add(key("a", 1));
    keys().add(key("b", 2));

    keys()
        .reseal(
            List.of(
                new Resealed("a", "envelope of a", "new"),
                new Resealed("b", "another envelope", "new")));

    assertThat(keys().all().stream().map(SealedKey::envelope))
        .containsExactly("new", "envelope of b");
  }

  @Test
  void all_keys_can_be_forgotten() {
    keys().add(key("a", 1));

    keys().clear();

    assertThat(keys().all()).isEmpty();
    assertThat(keys().add(key("b", 1))).isTrue();
  }
}
