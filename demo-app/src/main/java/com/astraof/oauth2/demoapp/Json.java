package com.astraof.oauth2.demoapp;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads members of parsed JSON, and prints JSON for people. */
final class Json {
  private Json() {}

  static Optional<String> text(Map<?, ?> json, String name) {
    return json.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  static String required(Map<?, ?> json, String name) throws ParseException {
    return text(json, name).orElseThrow(() -> new ParseException(name + " is missing", 0));
  }

  static boolean isTrue(Map<?, ?> json, String name) {
    return Boolean.TRUE.equals(json.get(name));
  }

  /** Indented by two spaces a level, in the order of the members. */
  static String pretty(@Nullable Object value) {
    return pretty(value, "\n");
  }

  private static String pretty(@Nullable Object value, String lineBreak) {
    var deeper = lineBreak + "  ";
    return switch (value) {
      case Map<?, ?> object -> {
        var members = new ArrayList<String>();
        object.forEach(
            (name, member) ->
                members.add(quoted(String.valueOf(name)) + ": " + pretty(member, deeper)));
        yield lines("{", members, "}", lineBreak);
      }
      case List<?> array ->
          lines("[", array.stream().map(each -> pretty(each, deeper)).toList(), "]", lineBreak);
      case String text -> quoted(text);
      case null, default -> String.valueOf(value);
    };
  }

  private static String lines(String open, List<String> items, String close, String lineBreak) {
    var deeper = lineBreak + "  ";
    return items.isEmpty()
        ? open + close
        : open + deeper + String.join("," + deeper, items) + lineBreak + close;
  }

  private static String quoted(String text) {
    var escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return '"' + escaped + '"';
  }
}
