package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.account.Language;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** Finds the words that someone reads. */
public final class Languages {
  private Languages() {}

  /**
   * The words for who reads these languages, English when we speak none of them.
   *
   * @param accepted as in {@code Accept-Language} (RFC 9110 §12.5.4); may be anything
   */
  public static Words accepted(String accepted) {
    return ranges(accepted).stream()
        .map(Languages::locale)
        .filter(Words::speak)
        .findFirst()
        .map(Words::in)
        .orElseGet(() -> Words.in(Locale.ENGLISH));
  }

  /**
   * The words in a language that was chosen, with the dates of the country that the browser names.
   */
  public static Words chosen(Language language, String accepted) {
    return ranges(accepted).stream()
        .map(Languages::locale)
        .filter(locale -> locale.getLanguage().equals(language.tag()))
        .findFirst()
        .map(Words::in)
        .orElseGet(() -> Words.in(Locale.of(language.tag())));
  }

  /**
   * The first of our languages among those that an app wishes for, if any.
   *
   * @param uiLocales as in OpenID Connect Core §3.1.2.1
   */
  public static Optional<Words> wished(String uiLocales) {
    for (String tag : uiLocales.split(" ", -1)) {
      Locale locale = Locale.forLanguageTag(tag);
      if (Words.speak(locale)) {
        return Optional.of(Words.in(plain(locale)));
      }
    }
    return Optional.empty();
  }

  private static List<LanguageRange> ranges(String accepted) {
    try {
      return accepted.isBlank() ? List.of() : LanguageRange.parse(accepted);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static Locale locale(LanguageRange range) {
    return plain(Locale.forLanguageTag(range.getRange()));
  }

  /** Without what could change the digits or the calendar. */
  private static Locale plain(Locale locale) {
    return Locale.of(locale.getLanguage(), locale.getCountry());
  }
}
