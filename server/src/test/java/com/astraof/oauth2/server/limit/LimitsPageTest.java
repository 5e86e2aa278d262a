package com.astraof.oauth2.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table of docs/operate/limits.md against the limits. */
final class LimitsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "operate", "limits.md");
  private static final String BEGIN = "| limit | usual rate |\n|---|---|\n";

  @Test
  void the_documentation_names_every_limit_with_its_usual_rate() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf("\n\n", begin) + 1;
    String expected = page.substring(0, begin) + rows() + page.substring(end);

    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  private static String rows() {
    return Arrays.stream(Limit.values())
        .map(limit -> "| `" + limit.key() + "` | `" + rate(limit.otherwise()) + "` |\n")
        .collect(Collectors.joining());
  }

  private static String rate(Rate rate) {
    return rate.requests() + "/" + text(rate.window());
  }

  private static String text(Duration window) {
    if (window.toMinutesPart() == 0 && window.toSecondsPart() == 0) {
      return window.toHours() + "h";
    }
    return window.toSecondsPart() == 0 ? window.toMinutes() + "m" : window.toSeconds() + "s";
  }
}
