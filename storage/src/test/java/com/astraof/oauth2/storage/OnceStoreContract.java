package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.once.OnceStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine must do for {@link OnceStore}. */
abstract class OnceStoreContract extends StoreContract {
  private static final Duration VALID = Duration.ofMinutes(1);

  private OnceStore once() {
    return storage().once();
  }

  @Test
  void the_second_to_spend_it_is_told_no_also_after_a_restart() {
    assertThat(once().spend("jti 1", NOON.plus(VALID), NOON)).isTrue();
    assertThat(once().spend("jti 1", NOON.plus(VALID), NOON)).isFalse();
    assertThat(once().spend("jti 2", NOON.plus(VALID), NOON)).isTrue();

    restart();

    assertThat(once().spend("jti 1", NOON.plus(VALID), NOON)).isFalse();
  }

  @Test
  void what_is_too_old_to_be_used_is_forgotten() {
    for (int i = 0; i < 50; i++) {
      assertThat(once().spend("old " + i, NOON, NOON)).isTrue();
    }
    var later = NOON.plus(VALID);
    for (int i = 0; i < 3; i++) {
      assertThat(once().spend("new " + i, later.plus(VALID), later)).isTrue();
    }

    assertThat(once().spend("old 0", later, later)).isTrue();
    assertThat(once().spend("new 0", later.plus(VALID), later)).isFalse();
  }

  @Test
  void of_many_at_once_one_is_told_yes() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 64)
              .<Callable<Boolean>>mapToObj(
                  _ -> () -> once().spend("everybody's", NOON.plus(VALID), NOON))
              .toList();
      var told = new ArrayList<Boolean>();
      for (var answer : threads.invokeAll(tries)) {
        told.add(answer.get());
      }

      assertThat(told).containsOnlyOnce(true);
    }
  }
}
