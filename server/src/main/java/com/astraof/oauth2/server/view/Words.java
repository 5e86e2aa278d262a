package com.astraof.oauth2.server.view;

import gg.jte.Content;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every word on a page, in one language.
 *
 * <p>Sentences live in {@code words.properties}, English; a further language is a file beside it
 * and a line in {@link #in}. They are {@link MessageFormat} patterns, so an apostrophe is written
 * ’.
 */
public final class Words {
  private static final ResourceBundle ENGLISH =
      ResourceBundle.getBundle("com.astraof.oauth2.server.view.words", Locale.ROOT);
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

  private Words(Locale locale, ResourceBundle sentences) {
    this.locale = locale;
    this.sentences = sentences;
  }

  /** The words for a locale, English when its language is not among ours. */
  public static Words in(Locale locale) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new Words(english ? locale : Locale.ENGLISH, ENGLISH);
  }

  /** The locale that these words are in: also that of dates and numbers beside them. */
  public Locale locale() {
    return locale;
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
