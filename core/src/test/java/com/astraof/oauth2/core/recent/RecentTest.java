package com.astraof.oauth2.core.recent;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Together;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is used stays; the memory that it takes does not grow. */
final class RecentTest {
  private static final int LEAST = 100;

  private final Recent<Integer, Integer> recent = new Recent<>(LEAST);

  private long kept(int from, int to) {
    return IntStream.range(from, to).filter(key -> recent.find(key).isPresent()).count();
  }

  @Test
  void what_was_put_last_is_there_and_never_more_than_twice_that() {
    for (int i = 0; i < 1_000; i++) {
      recent.put(i, -i);
    }

    assertThat(recent.find(999)).hasValue(-999);
    assertThat(kept(900, 1_000)).isEqualTo(LEAST);
    assertThat(kept(0, 800)).isZero();
  }

  @Test
  void what_is_asked_for_now_and_then_stays() {
    recent.put(-1, 7);
    for (int i = 0; i < 1_000; i++) {
      recent.put(i, i);
      if (i % (LEAST / 2) == 0) {
        assertThat(recent.find(-1)).hasValue(7);
      }
    }
  }

  @Test
  void many_threads_find_what_they_put() {
    Together.times(
        16,
        thread -> {
          for (int i = 0; i < 1_000; i++) {
            recent.put(thread, i);
            assertThat(recent.find(thread)).hasValue(i);
          }
          return true;
        });

    assertThat(kept(0, 16)).isEqualTo(16);
  }
}
