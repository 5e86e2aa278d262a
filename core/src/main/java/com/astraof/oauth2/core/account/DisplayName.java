package com.astraof.oauth2.core.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of {@code global_name} (contract 1.6). */
public final class DisplayName {
  private static final int LONGEST = 32;
  private static final Set<String> RESERVED = Set.of("everyone", "here");
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}"
              + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0]");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}]+");

  private DisplayName() {}

  /** Without control and invisible characters, spaces collapsed: what is stored and shown. */
  public static String clean(String text) {
    String visible = INVISIBLE.matcher(text).replaceAll("");
    return SPACES.matcher(visible).replaceAll(" ").strip();
  }

  static Optional<String> problemWith(String text) {
    String name = clean(text);
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
      return Optional.of("A display name has 1 to " + LONGEST + " visible characters.");
    }
    if (RESERVED.contains(lower) || lower.contains("system message")) {
      return Optional.of("This display name is reserved.");
    }
    return Optional.empty();
  }
}
