package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.KeyFacts;
import com.astraof.oauth2.core.key.KeyTimetable;
import com.astraof.oauth2.core.key.KeyTimetable.Turn;
import com.astraof.oauth2.server.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The signing keys at one moment, for a person or for a program. */
final class KeyReport {
  private static final String ROW = "%-43s  %-7s  %-9s  %-20s  %-20s%n";

  private final KeyTimetable timetable;
  private final Instant now;

  KeyReport(KeyTimetable timetable, Instant now) {
    this.timetable = timetable;
    this.now = now;
  }

  /** A table, the oldest key first. */
  String table() {
    var table =
        new StringBuilder(
            ROW.formatted("KEY", "STATE", "ALGORITHM", "SIGNS FROM", "ACCEPTED UNTIL"));
    for (Turn turn : timetable.turns()) {
      KeyFacts key = turn.key();
      table.append(
          ROW.formatted(
              key.id(),
              state(turn),
              key.algorithm().wire(),
              text(key.signsFrom()),
              otherwise(acceptedUntil(turn), "-")));
    }
    return table.toString();
  }

  /** One JSON object on each line. */
  String lines() {
    var lines = new StringBuilder();
    for (Turn turn : timetable.turns()) {
      lines.append(Json.text(json(turn))).append(System.lineSeparator());
    }
    return lines.toString();
  }

  private ObjectNode json(Turn turn) {
    KeyFacts key = turn.key();
    return Json.object()
        .put("id", key.id())
        .put("state", state(turn))
        .put("algorithm", key.algorithm().wire())
        .put("created_at", text(key.createdAt()))
        .put("signs_from", text(key.signsFrom()))
        .put("signs_until", text(turn.signsUntil()))
        .put("accepted_until", acceptedUntil(turn));
  }

  private String state(Turn turn) {
    return timetable.stateOf(turn, now).name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String acceptedUntil(Turn turn) {
    Instant endedAt = turn.key().endedAt();
    return text(endedAt == null ? turn.keptUntil() : endedAt);
  }

  /** Null for a time that is not settled yet. */
  private static @Nullable String text(Instant instant) {
    return instant.equals(Instant.MAX) ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String otherwise(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
