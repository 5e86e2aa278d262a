package com.astraof.oauth2.core.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a name reads at a glance: in what script, with which accents, capitals, separators and digits
 * it is written makes no difference.
 *
 * @param readings words in each way in which one might read it
 */
record Likeness(Set<List<String>> readings) {
  private static final Pattern SYMBOLS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern DIGITS = Pattern.compile("\\p{N}+");
  private static final Pattern HUMPS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern ACCENTS =
      Pattern.compile("[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF]");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\uFE00-\\uFE0F]");

  /** What is written for a letter, once capitals are small and look-alikes are one. */
  private static final Map<Character, Character> STAND_INS =
      Map.of(
          'i', 'l', '0', 'o', '3', 'e', '4', 'a', '5', 's', '7', 't', '8', 'b', '9', 'g', '@', 'a',
          '$', 's');

  static Likeness of(String name) {
    String visible = UNSEEN.matcher(name).replaceAll("");
    String plain = SYMBOLS.matcher(visible).replaceAll(" ");
    var readings = new LinkedHashSet<List<String>>();
    for (String one : List.of(visible, plain, DIGITS.matcher(plain).replaceAll(" "))) {
      readings.add(words(one));
      readings.add(words(HUMPS.matcher(one).replaceAll(" ")));
    }
    readings.remove(List.<String>of());
    return new Likeness(Set.copyOf(readings));
  }

  /** Each reading without a gap. */
  Stream<String> squeezed() {
    return readings.stream().map(words -> String.join("", words));
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    boolean spelling = false;
    for (String word : SYMBOLS.split(glance(text), -1)) {
      boolean isLetter = word.codePointCount(0, word.length()) == 1;
      if (isLetter && spelling) {
        words.add(words.removeLast() + word);
      } else if (!word.isEmpty()) {
        words.add(word);
      }
      spelling = isLetter;
    }
    return List.copyOf(words);
  }

  private static String glance(String text) {
    String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String small = Confusables.skeleton(bare).toLowerCase(Locale.ROOT);
    String one = Confusables.skeleton(small).toLowerCase(Locale.ROOT);
    var glance = new StringBuilder();
    one.chars().mapToObj(c -> (char) c).forEach(c -> glance.append(STAND_INS.getOrDefault(c, c)));
    return glance.toString();
  }
}
