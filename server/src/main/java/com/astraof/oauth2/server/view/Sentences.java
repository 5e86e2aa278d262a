package com.astraof.oauth2.server.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the rules say is wrong with a field, in another language. The rules speak English, as the
 * REST API does; each English sentence stands in {@code sentences_ru.txt} with its translation on
 * the line below it.
 */
final class Sentences {
  private static final Map<String, String> RUSSIAN = read("sentences_ru.txt");

  private Sentences() {}

  static Map<String, String> russian() {
    return RUSSIAN;
  }

  private static Map<String, String> read(String file) {
    try (InputStream in = Sentences.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      var texts = lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      var sentences = new HashMap<String, String>();
      for (int i = 0; i + 1 < texts.size(); i += 2) {
        sentences.put(texts.get(i), texts.get(i + 1));
      }
      return Map.copyOf(sentences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
