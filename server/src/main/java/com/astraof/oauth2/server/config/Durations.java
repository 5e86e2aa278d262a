package com.astraof.oauth2.server.config;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings that are lengths of time: {@code 60s}, {@code 30m}, {@code 12h} or {@code 7d}. */
final class Durations {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})([smhd])");

  private final Function<Setting, String> values;
  private final List<String> problems;

  Durations(Function<Setting, String> values, List<String> problems) {
    this.values = values;
    this.problems = problems;
  }

  /** One that may be zero. */
  Duration orZero(Setting setting) {
    return values.apply(setting).matches("0[smhd]") ? Duration.ZERO : of(setting);
  }

  Duration of(Setting setting) {
    String text = values.apply(setting);
    Matcher matcher = TEXT.matcher(text);
    Duration duration =
        matcher.matches() ? of(Long.parseLong(matcher.group(1)), matcher.group(2)) : Duration.ZERO;
    if (duration.isZero()) {
      problems.add(setting.key() + " is a length of time such as 60s, 30m, 12h or 7d: " + text);
    }
    return duration;
  }

  private static Duration of(long count, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
