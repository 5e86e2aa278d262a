package com.astraof.oauth2.server;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an instant as people write it on a command line. */
final class Since {
  private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([mhd])");

  private Since() {}

  /**
   * A date, an instant or how long ago; the very beginning where nothing is said.
   *
   * @throws CannotStart for anything else
   */
  static Instant read(@Nullable String text, Instant now) {
    return text == null ? Instant.EPOCH : read("--since", text, now);
  }

  /**
   * The same, where something is said.
   *
   * @param name of the option or parameter, for who reads that it is wrong
   */
  static Instant read(String name, String text, Instant now) {
    Matcher ago = AGO.matcher(text);
    try {
      if (ago.matches()) {
        return now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2)));
      }
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new CannotStart(
          name
              + " is a date such as 2026-11-01, an instant such as 2026-11-01T08:00:00Z, or how"
              + " long ago: 30m, 24h, 7d. It is not "
              + text
              + ".",
          e);
    }
  }

  private static Duration duration(long count, String unit) {
    return switch (unit) {
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
