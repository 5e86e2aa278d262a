package com.astraof.oauth2.server.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the rows of a page say in our words: chapters of lines, their cells divided by tabs. A line
 * that begins with {@code #} is the title of the next chapter.
 */
record Sheet(List<Chapter> chapters) {

  /** A title and its rows. */
  record Chapter(String title, List<List<String>> rows) {}

  /** Reads a file beside this class, each of its rows with so many cells. */
  static Sheet read(String name, int cells) {
    var chapters = new ArrayList<Chapter>();
    for (String line : text(name).lines().filter(line -> !line.isBlank()).toList()) {
      if (line.startsWith("# ")) {
        chapters.add(new Chapter(line.substring(2), new ArrayList<>()));
        continue;
      }
      var row = List.of(line.split("\t", -1));
      if (row.size() != cells) {
        throw new IllegalArgumentException(name + ": not " + cells + " cells in: " + line);
      }
      chapters.getLast().rows().add(row);
    }
    return new Sheet(chapters);
  }

  private static String text(String name) {
    try (var file = Objects.requireNonNull(Sheet.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
