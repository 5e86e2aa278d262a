package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What a command has written is felt by a running server soon, and not at once. */
public final class Eventually {
  /** A server follows within seconds; a busy machine may take longer over its requests. */
  private static final Duration BOUND = Duration.ofSeconds(15);

  private Eventually() {}

  /** Asks until it holds, and fails when that takes too long. */
  public static void eventually(BooleanSupplier holds) {
    long end = System.nanoTime() + BOUND.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("too late").isLessThan(end);
    }
  }
}
