package com.astraof.oauth2.bench.wire;

import java.time.Duration;

/** When one thread's requests are due, by {@link System#nanoTime}. */
final class Timetable {
  private final Pace pace;
  private final long start;
  private final long end;
  private long taken;

  Timetable(Pace pace, long start, Duration time) {
    this.pace = pace;
    this.start = start;
    this.end = start + time.toNanos();
  }

  long end() {
    return end;
  }

  boolean hasMore(long now) {
    return switch (pace) {
      case Pace.AsFastAsAnswered() -> now < end;
      case Pace.Fixed fixed -> at(fixed) < end;
    };
  }

  /** When the next one should leave. */
  long due(long now) {
    return switch (pace) {
      case Pace.AsFastAsAnswered() -> now;
      case Pace.Fixed fixed -> at(fixed);
    };
  }

  /** Takes the next one; the instant from which its latency counts. */
  long take(long now) {
    long due = due(now);
    taken++;
    return pace instanceof Pace.Fixed ? due : System.nanoTime();
  }

  /** How many were due before the end and not taken. */
  long missed() {
    return switch (pace) {
      case Pace.AsFastAsAnswered() -> 0;
      case Pace.Fixed(var perSecond) ->
          Math.max(0, (long) ((end - start) * perSecond / 1e9) - taken);
    };
  }

  private long at(Pace.Fixed fixed) {
    return start + (long) (taken * 1e9 / fixed.perSecond());
  }
}
