package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.storage.MoveWatch.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** How far it has come, for whoever watches and for whoever reads it later. */
final class MoveProgressTest {
  private final StringWriter shown = new StringWriter();

  private void moves(boolean isTerminal) {
    var progress = new MoveProgress(new PrintWriter(shown), isTerminal);
    for (long done = 1_000; done < 40_000; done += 1_000) {
      progress.at(Step.COPYING, "messages", done, 40_000);
    }
    progress.at(Step.COPYING, "messages", 40_000, 40_000);
    progress.at(Step.COMPARING, "turns", 0, 0);
  }

  @Test
  void on_a_terminal_a_bar_grows_on_one_line_for_each_table() {
    moves(true);

    assertThat(shown.toString().lines().toList()).hasSizeGreaterThan(40);
    assertThat(shown.toString().split("\n", -1)).hasSize(3);
    assertThat(shown.toString())
        .contains(
            "\rCopying   messages                 [############            ] 20,000 of 40,000")
        .contains("\rComparing turns                    [########################] 0 of 0 rows");
  }

  @Test
  void elsewhere_a_line_for_each_tenth_and_one_for_each_table() {
    moves(false);

    assertThat(shown.toString().lines().toList())
        .hasSize(11)
        .startsWith("Copying messages: 4,000 of 40,000 rows.")
        .endsWith("Copying messages: 40,000 of 40,000 rows.", "Comparing turns: 0 of 0 rows.");
  }
}
