package com.astraof.oauth2.core.name;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which names strangers may not choose, since they would pass for the house or for somebody else.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Restriction_Level_Detection">UTS #39 §5.2</a>
 */
public final class NameRules {
  /** Nobody is called by these alone, and they make no name another one. */
  private static final Set<String> TITLES =
      Set.of(
          "account",
          "admin",
          "administrator",
          "app",
          "authorization",
          "billing",
          "bot",
          "center",
          "help",
          "login",
          "moderator",
          "network",
          "oauth",
          "security",
          "service",
          "staff",
          "support",
          "system",
          "team",
          "the");

  /** Scripts that one word is written in together. */
  private static final List<Set<UnicodeScript>> COMPANIONS =
      List.of(
          EnumSet.of(
              UnicodeScript.LATIN,
              UnicodeScript.HAN,
              UnicodeScript.HIRAGANA,
              UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL),
          EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

  private static final Set<UnicodeScript> NO_SCRIPT =
      EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0"
              + "&&[^\\u200C\\u200D]]");

  /** They join emojis, and letters of scripts that need them. */
  private static final Pattern IDLE_JOINER =
      Pattern.compile(
          "(?:^|[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{Nd}\\p{Z}\\p{P}])[\\u200C\\u200D]"
              + "|[\\u200C\\u200D](?:$|[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{Nd}\\p{Z}\\p{P}])");

  private final Set<String> reserved;
  private final Set<String> titles = glances(TITLES.stream());
  private final Pattern made;

  /**
   * @param reserved words for the house alone, such as its name
   */
  public NameRules(List<String> reserved) {
    this.reserved = glances(reserved.stream());
    String house = alternatives(this.reserved.stream());
    String any = alternatives(Stream.concat(this.reserved.stream(), titles.stream()));
    this.made = Pattern.compile(any + "*" + house + any + "*");
  }

  private static Set<String> glances(Stream<String> words) {
    return words.flatMap(word -> Likeness.of(word).squeezed()).collect(Collectors.toSet());
  }

  private static String alternatives(Stream<String> words) {
    return words.map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Why nobody may have this name; empty when somebody may. */
  public Optional<Unfit> problemWith(String name) {
    if (INVISIBLE.matcher(name).find() || IDLE_JOINER.matcher(name).find()) {
      return Optional.of(Unfit.INVISIBLE);
    }
    if (BETWEEN_WORDS.splitAsStream(name).anyMatch(NameRules::isMixed)) {
      return Optional.of(Unfit.MIXED);
    }
    return Likeness.of(name).readings().stream().anyMatch(this::isReserved)
        ? Optional.of(Unfit.RESERVED)
        : Optional.empty();
  }

  private static boolean isMixed(String word) {
    Set<UnicodeScript> scripts =
        word.codePoints()
            .mapToObj(UnicodeScript::of)
            .filter(script -> !NO_SCRIPT.contains(script))
            .collect(Collectors.toSet());
    return scripts.size() > 1
        && COMPANIONS.stream().noneMatch(companions -> companions.containsAll(scripts));
  }

  private boolean isReserved(List<String> words) {
    return words.stream().anyMatch(reserved::contains)
        || titles.containsAll(words)
        || isMade(String.join("", words));
  }

  /** Of such words alone, with one of the house's among them. */
  private boolean isMade(String word) {
    return made.matcher(word).matches();
  }

  /** Whether one can be mistaken for the other, also with titles or numbers added. */
  public boolean areAlike(String one, String other) {
    Set<String> cores = cores(other).collect(Collectors.toSet());
    return cores(one).anyMatch(cores::contains);
  }

  private Stream<String> cores(String name) {
    return Likeness.of(name).readings().stream()
        .flatMap(words -> Stream.of(words, untitled(words)))
        .map(words -> String.join("", words))
        .filter(core -> !core.isEmpty());
  }

  private List<String> untitled(List<String> words) {
    var own = new ArrayList<>(words);
    own.removeIf(word -> titles.contains(word) || reserved.contains(word));
    return own;
  }

  /** What is wrong with a name. */
  public enum Unfit {
    INVISIBLE,
    /** A word is written in several scripts. */
    MIXED,
    /** It speaks for the house. */
    RESERVED
  }
}
