package com.astraof.oauth2.faults.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's clock, wrong by what it is told on standard input. */
final class ShiftedClock implements InstantSource {
  private volatile Duration shift = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(shift);
  }

  /** A line is milliseconds ahead. Returns when whoever sends them is gone. */
  void follow() {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        shift = Duration.ofMillis(Long.parseLong(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
