package com.astraof.oauth2.bench.wire;

import java.util.Optional;

/** Reads the heads of answers: the status line and the headers (RFC 9112 §4 and §5). */
final class Heads {
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int STATUS_LENGTH = 3;

  private Heads() {}

  static int status(String head) {
    return Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + STATUS_LENGTH));
  }

  static Optional<String> value(String head, String name) {
    for (int line = head.indexOf('\n') + 1; line > 0; line = head.indexOf('\n', line) + 1) {
      int colon = line + name.length();
      if (head.regionMatches(true, line, name, 0, name.length())
          && colon < head.length()
          && head.charAt(colon) == ':') {
        int end = head.indexOf('\r', colon);
        return Optional.of(head.substring(colon + 1, end < 0 ? head.length() : end).strip());
      }
    }
    return Optional.empty();
  }

  static boolean has(String head, String name, String value) {
    return value(head, name).filter(value::equalsIgnoreCase).isPresent();
  }
}
