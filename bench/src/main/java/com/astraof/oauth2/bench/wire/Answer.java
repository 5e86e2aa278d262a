package com.astraof.oauth2.bench.wire;

import java.util.Optional;

/**
 * What came back.
 *
 * @param head the status line and the headers
 */
public record Answer(int status, String head, String body) {
  /** Whether it has this status and this in its body. */
  public boolean is(int expected, String part) {
    return status == expected && body.contains(part);
  }

  public Optional<String> header(String name) {
    return Heads.value(head, name);
  }

  /** A string of a flat JSON object; empty where there is none. */
  public String text(String field) {
    String opening = "\"" + field + "\":";
    int name = body.indexOf(opening);
    int from = name < 0 ? -1 : body.indexOf('"', name + opening.length());
    return from < 0 ? "" : body.substring(from + 1, body.indexOf('"', from + 1));
  }

  /** Without what it may hold of secrets: as a complaint quotes it. */
  public String summary() {
    return status < 400 ? "status " + status : status + " " + body.lines().findFirst().orElse("");
  }
}
