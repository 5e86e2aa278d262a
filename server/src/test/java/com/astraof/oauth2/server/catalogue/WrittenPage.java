package com.astraof.oauth2.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A page of the documentation that people begin and a test goes on with, below a mark. {@code
 * -Dgolden=write} writes it anew.
 */
final class WrittenPage {
  private static final String MARK = "<!-- written by a test from here on: -Dgolden=write -->\n";

  private WrittenPage() {}

  static void goesOnWith(String name, String tables) throws IOException {
    Path page = Path.of("..", "docs", name);
    String text = Files.readString(page);
    assertThat(text).as("the mark in docs/" + name).contains(MARK);
    String expected = text.substring(0, text.indexOf(MARK)) + MARK + tables;

    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page)).isEqualTo(expected);
  }

  static String cell(Collection<String> tests) {
    return tests.stream().map(test -> "`" + test + "`").collect(Collectors.joining("<br>"));
  }
}
