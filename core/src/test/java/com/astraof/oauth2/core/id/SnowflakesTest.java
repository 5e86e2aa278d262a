package com.astraof.oauth2.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SnowflakesTest {
  private final TestClock clock = new TestClock();
  private final Snowflakes snowflakes = new Snowflakes(clock, 7);

  @Test
  @Attack("S-11")
  void ids_increase_whatever_the_clock_does() {
    Property.forAll(
        50,
        gen -> {
          long last = snowflakes.next();
          for (int i = 0; i < 200; i++) {
            var step = Duration.ofMillis(gen.below(100_000));
            switch (gen.below(10)) {
              case 0 -> clock.advance(step);
              case 1 -> clock.rewind(step);
              default -> {}
            }
            long next = snowflakes.next();
            assertThat(next).isGreaterThan(last);
            last = next;
          }
        });
  }

  @Test
  @Attack("S-11")
  void many_threads_never_get_the_same_id_even_while_the_clock_jumps() throws Exception {
    int threads = 16;
    int each = 2_000;
    var all = new HashSet<Long>();

    for (List<Long> mine : inParallel(threads, each)) {
      assertThat(mine).isSorted();
      all.addAll(mine);
    }

    assertThat(all).hasSize(threads * each);
  }

  private List<List<Long>> inParallel(int threads, int each)
      throws InterruptedException, ExecutionException {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<List<Long>>>();
      for (int i = 0; i < threads; i++) {
        running.add(executor.submit(() -> take(each)));
      }
      var taken = new ArrayList<List<Long>>();
      for (var one : running) {
        taken.add(one.get());
      }
      return taken;
    }
  }

  private List<Long> take(int count) {
    var ids = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      if (i % 100 == 0) {
        clock.rewind(Duration.ofMillis(30));
      } else if (i % 10 == 0) {
        clock.advance(Duration.ofMillis(4));
      }
      ids.add(snowflakes.next());
    }
    return ids;
  }

  @Test
  void more_ids_than_a_millisecond_holds_borrow_from_the_next() {
    long first = snowflakes.next();
    for (int i = 1; i < 4_096; i++) {
      snowflakes.next();
    }
    long next = snowflakes.next();

    assertThat(Snowflake.createdAt(first)).isEqualTo(TestClock.START);
    assertThat(Snowflake.createdAt(next)).isEqualTo(TestClock.START.plusMillis(1));
  }

  @Test
  void two_nodes_never_make_the_same_id() {
    var other = new Snowflakes(clock, 8);
    var ids = new HashSet<Long>();

    for (int i = 0; i < 1_000; i++) {
      ids.add(snowflakes.next());
      ids.add(other.next());
    }

    assertThat(ids).hasSize(2_000);
  }

  @Test
  void a_node_has_ten_bits() {
    assertThat(new Snowflakes(clock, 1023).next() >> 12 & 0x3ff).isEqualTo(1023);
    assertThatThrownBy(() -> new Snowflakes(clock, 1024))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Snowflakes(clock, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
