package com.astraof.oauth2.server.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the route table.
 *
 * @param pattern segments, of which {@code {name}} stands for any one
 * @param largestBody bytes
 */
public record Route(
    String method,
    String pattern,
    Access access,
    ErrorShape errors,
    Endpoint endpoint,
    int largestBody) {
  /** A route that takes bodies of the usual size. */
  public Route(String method, String pattern, Access access, ErrorShape errors, Endpoint endpoint) {
    this(method, pattern, access, errors, endpoint, Body.USUAL);
  }

  /** What the names stand for when the path fits the pattern. */
  Optional<Map<String, String>> match(String path) {
    List<String> expected = List.of(pattern.split("/", -1));
    List<String> actual = List.of(path.split("/", -1));
    if (expected.size() != actual.size()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (int i = 0; i < expected.size(); i++) {
      String segment = expected.get(i);
      if (segment.startsWith("{")) {
        variables.put(segment.substring(1, segment.length() - 1), actual.get(i));
      } else if (!segment.equals(actual.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
