package com.astraof.oauth2.server.view;

import java.util.Locale;

/**
 * The forms that a sentence takes for whole numbers of things: the plural rules of Unicode's CLDR.
 */
enum Plural {
  ONE,
  FEW,
  MANY,
  OTHER;

  static Plural of(Locale locale, long number) {
    return locale.getLanguage().equals("ru") ? russian(number) : number == 1 ? ONE : OTHER;
  }

  private static Plural russian(long number) {
    long last = number % 10;
    boolean isTeen = number % 100 / 10 == 1;
    if (last == 1 && !isTeen) {
      return ONE;
    }
    return last >= 2 && last <= 4 && !isTeen ? FEW : MANY;
  }

  /** As it ends the key of the sentence. */
  String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
