package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.account.DisplayName;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text from outside as pages show it. Whoever chose it may be hostile: characters that cannot be
 * seen or that turn the direction of writing are left out, and marks are not stacked beyond the
 * line. Markup needs no care here: templates escape it.
 */
final class Shown {
  private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{3})\\p{M}+");
  private static final Pattern LINES = Pattern.compile("\\s+");
  private static final String NOTHING_LEFT = "?";

  private Shown() {}

  static String text(String text) {
    String visible = STACKED_MARKS.matcher(DisplayName.clean(text)).replaceAll("$1");
    return visible.isEmpty() ? NOTHING_LEFT : visible;
  }

  /** Text of several lines, as one. */
  static String prose(String text) {
    return text(LINES.matcher(text).replaceAll(" "));
  }

  /** The letter that stands for a name where there is no picture. */
  static String initial(String shown) {
    return shown.substring(0, shown.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
