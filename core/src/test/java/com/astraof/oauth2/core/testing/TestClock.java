package com.astraof.oauth2.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move, forwards or back. */
public final class TestClock implements InstantSource {
  /** Where every test clock starts: whole seconds, so that no token loses a fraction. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves forwards and returns the new instant. */
  public Instant advance(Duration by) {
    return now.updateAndGet(instant -> instant.plus(by));
  }

  /** Moves back, as a corrected or broken clock does, and returns the new instant. */
  public Instant rewind(Duration by) {
    return now.updateAndGet(instant -> instant.minus(by));
  }
}
