package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.account.Language;
import gg.jte.Content;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every word on a page, in one language.
 *
 * <p>Sentences live in {@code words.properties}, English, and {@code words_ru.properties}, Russian;
 * a further language is a file beside them and a line in {@link #BUNDLES}. They are {@link
 * MessageFormat} patterns, so an apostrophe is written ’.
 */
public final class Words {
  private static final Map<String, ResourceBundle> BUNDLES =
      Map.of("en", bundle(Locale.ROOT), "ru", bundle(Locale.of("ru")));
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(ZoneOffset.UTC);
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final Locale locale;
  private final ResourceBundle sentences;

  Words(Locale locale, ResourceBundle sentences) {
    this.locale = locale;
    this.sentences = sentences;
  }

  /** The words for a locale, English when its language is not among ours. */
  public static Words in(Locale locale) {
    Locale ours = speak(locale) ? locale : Locale.ENGLISH;
    return new Words(ours, Objects.requireNonNull(BUNDLES.get(ours.getLanguage())));
  }

  /** Whether a locale's language is among ours. */
  static boolean speak(Locale locale) {
    return BUNDLES.containsKey(locale.getLanguage());
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("com.astraof.oauth2.server.view.words", locale);
  }

  /** The locale that these words are in: also that of dates and numbers beside them. */
  public Locale locale() {
    return locale;
  }

  /** The language that these words are in. */
  public Language language() {
    return Language.of(locale.getLanguage()).orElseThrow();
  }

  /**
   * One sentence.
   *
   * @throws IllegalArgumentException if there is none under this key
   */
  public String say(String key, Object... arguments) {
    return new MessageFormat(sentence(key), locale).format(arguments);
  }

  /**
   * The sentence for a number of things, written {0} in it as the reader writes numbers.
   *
   * @param key of its forms, each under a further {@link Plural} word
   * @throws IllegalArgumentException if this form is missing
   */
  public String count(String key, long number) {
    return say(key + Plural.of(locale, number).suffix(), number);
  }

  /**
   * A sentence of the rules, such as what is wrong with a field, in the reader's language where it
   * has been translated.
   */
  public String translate(String english) {
    return locale.getLanguage().equals("ru")
        ? Sentences.russian().getOrDefault(english, english)
        : english;
  }

  /**
   * One sentence for a page, each name in it in a {@code bdi} element of its own, so that a name
   * written from right to left leaves the words around it in their order.
   *
   * @throws IllegalArgumentException if there is none under this key
   */
  public Content weave(String key, String... names) {
    String sentence = sentence(key);
    return output -> {
      Matcher place = PLACE.matcher(sentence);
      int from = 0;
      while (place.find()) {
        output.writeUserContent(sentence.substring(from, place.start()));
        output.writeContent("<bdi>");
        output.writeUserContent(names[Integer.parseInt(place.group(1))]);
        output.writeContent("</bdi>");
        from = place.end();
      }
      output.writeUserContent(sentence.substring(from));
    };
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A day, as the reader writes it, in UTC. */
  public String date(Instant instant) {
    return DATE.withLocale(locale).format(instant);
  }

  /** A day and a minute, as the reader writes them, in UTC and saying so. */
  public String dateTime(Instant instant) {
    return say("time.utc", DATE_TIME.withLocale(locale).format(instant));
  }

  /** A minute of a day that is named already, as the reader writes it, in UTC and saying so. */
  public String time(Instant instant) {
    return say("time.utc", TIME.withLocale(locale).format(instant));
  }

  private String sentence(String key) {
    if (!sentences.containsKey(key)) {
      throw new IllegalArgumentException("No words for " + key);
    }
    return sentences.getString(key);
  }
}
