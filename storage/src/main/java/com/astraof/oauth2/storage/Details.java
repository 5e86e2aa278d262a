package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.insight.Detail;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Details of a reason in one column: a line each, of a letter for its kind and the value. */
final class Details {
  private Details() {}

  static String text(List<Detail> details) {
    return details.stream().map(Details::line).collect(Collectors.joining("\n"));
  }

  private static String line(Detail detail) {
    return switch (detail) {
      case Detail.Count(var value) -> "n" + value;
      case Detail.Moment(var at) -> "m" + at.toEpochMilli();
      case Detail.Text(var value) -> "t" + value;
    };
  }

  static List<Detail> read(String text) {
    return text.lines().map(Details::detail).toList();
  }

  private static Detail detail(String line) {
    String value = line.substring(1);
    return switch (line.charAt(0)) {
      case 'n' -> new Detail.Count(Long.parseLong(value));
      case 'm' -> new Detail.Moment(Instant.ofEpochMilli(Long.parseLong(value)));
      default -> new Detail.Text(value);
    };
  }
}
