package com.astraof.oauth2.core.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which characters look like which, by Unicode's table of confusables. Two texts that look alike
 * have the same skeleton.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS #39 §4</a>
 */
final class Confusables {
  private static final Map<Integer, String> PROTOTYPES = read();

  private Confusables() {}

  /** What it looks like; no text for people. */
  static String skeleton(String text) {
    var skeleton = new StringBuilder();
    decomposed(text)
        .codePoints()
        .forEach(code -> skeleton.append(PROTOTYPES.getOrDefault(code, Character.toString(code))));
    return decomposed(skeleton.toString());
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  /** Each line: what is looked like, a colon, and all that look so; code points in hex. */
  private static Map<Integer, String> read() {
    var prototypes = new HashMap<Integer, String>();
    try (InputStream file =
            Objects.requireNonNull(Confusables.class.getResourceAsStream("confusables.txt"));
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (!line.startsWith("#")) {
          String prototype = text(line.substring(0, colon));
          codes(line.substring(colon + 1)).forEach(code -> prototypes.put(code, prototype));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(prototypes);
  }

  private static String text(String codes) {
    var text = new StringBuilder();
    codes(codes).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static List<Integer> codes(String words) {
    return Stream.of(words.strip().split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> Integer.parseInt(word, 16))
        .toList();
  }
}
