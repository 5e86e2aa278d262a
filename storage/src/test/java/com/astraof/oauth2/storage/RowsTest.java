package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is remembered is never older than the last time that all was forgotten. */
final class RowsTest {
  private static final int MOST = 3;

  private final Rows<String, Integer> rows = new Rows<>(MOST);
  private final AtomicInteger readings = new AtomicInteger();

  private int find(String key) {
    return rows.find(key, () -> Optional.of(readings.incrementAndGet())).orElseThrow();
  }

  @Test
  void a_row_is_read_once_until_all_are_forgotten() {
    assertThat(find("ada")).isEqualTo(1);
    assertThat(find("ada")).isEqualTo(1);

    rows.forget();

    assertThat(find("ada")).isEqualTo(2);
  }

  @Test
  void what_was_read_before_a_change_is_not_remembered_after_it() {
    int old =
        rows.find(
                "ada",
                () -> {
                  int read = readings.incrementAndGet();
                  rows.forget();
                  return Optional.of(read);
                })
            .orElseThrow();

    assertThat(find("ada")).isGreaterThan(old);
  }

  @Test
  void what_is_not_there_is_asked_for_again() {
    assertThat(rows.find("nobody", Optional::empty)).isEmpty();

    assertThat(find("nobody")).isEqualTo(1);
  }

  @Test
  void no_more_than_so_many_are_kept() {
    for (int i = 0; i < 10; i++) {
      find("row " + i);
    }
    int before = readings.get();
    for (int i = 0; i < 10; i++) {
      find("row " + i);
    }

    assertThat(readings).hasValue(before + 10 - MOST);
  }
}
