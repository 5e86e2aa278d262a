package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.limit.SharedLimits;
import com.astraof.oauth2.core.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nodes have used of their limits adds up. */
abstract class SharedLimitsContract extends StoreContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private SharedLimits limits() {
    return storage().sharedLimits();
  }

  private Instant use(String name, Duration used, Instant now) {
    return limits().use(Map.of(name, used), now).values().iterator().next();
  }

  @Test
  void what_several_use_adds_up_and_runs_off_with_time() {
    assertThat(use("login ada", MINUTE, NOON)).isEqualTo(NOON.plus(MINUTE));
    assertThat(use("login ada", MINUTE, NOON.plusSeconds(30))).isEqualTo(NOON.plusSeconds(120));
    assertThat(use("login grace", MINUTE, NOON)).isEqualTo(NOON.plus(MINUTE));

    Instant later = NOON.plusSeconds(500);
    assertThat(use("login ada", MINUTE, later)).isEqualTo(later.plus(MINUTE));
  }

  @Test
  void some_can_be_given_back() {
    use("codes ada", MINUTE, NOON);

    assertThat(use("codes ada", MINUTE.negated(), NOON)).isEqualTo(NOON);
  }

  @Test
  void nothing_is_lost_when_many_tell_of_the_same_at_once_in_whatever_order() {
    Together.times(
        16,
        number -> {
          var used = new HashMap<String, Duration>();
          for (int i = 0; i < 20; i++) {
            used.put("name " + (i * 7 + number) % 20, Duration.ofSeconds(1));
          }
          return limits().use(used, NOON);
        });

    for (int i = 0; i < 20; i++) {
      assertThat(use("name " + i, Duration.ZERO, NOON)).isEqualTo(NOON.plusSeconds(16));
    }
  }

  @Test
  void what_says_nothing_any_more_is_forgotten() {
    for (int i = 0; i < 50; i++) {
      use("old " + i, MINUTE, NOON);
    }
    Instant later = NOON.plus(Duration.ofHours(1));

    use("new", MINUTE, later);

    assertThat(use("old 0", Duration.ZERO, NOON)).isEqualTo(NOON);
    assertThat(use("new", Duration.ZERO, later)).isEqualTo(later.plus(MINUTE));
  }
}
