package com.astraof.oauth2.server.doctor;

import com.astraof.oauth2.core.key.KeyTimetable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The signing keys: whether one signs, and until when. */
public final class KeyCheck {
  private static final String NAME = "signing keys";

  private KeyCheck() {}

  /**
   * @param rotates whether they take turns by themselves
   */
  public static Finding look(KeyTimetable timetable, boolean rotates, Instant now) {
    return timetable
        .current(now)
        .map(
            turn ->
                Finding.ok(NAME, turn.key().id() + " signs; " + next(turn.signsUntil(), rotates)))
        .orElseGet(() -> Finding.problem(NAME, "none may sign", "Make one: astral keys rotate."));
  }

  private static String next(Instant until, boolean rotates) {
    if (!until.equals(Instant.MAX)) {
      return "the next one from " + until.truncatedTo(ChronoUnit.SECONDS);
    }
    return rotates ? "the next one is made in time" : "it is rotated by hand alone";
  }
}
