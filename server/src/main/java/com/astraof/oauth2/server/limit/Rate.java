package com.astraof.oauth2.server.limit;

import java.time.Duration;

/** So many requests in a window. They may come at once, and refill evenly over it. */
public record Rate(int requests, Duration window) {
  public Rate {
    if (requests < 1 || !window.isPositive()) {
      throw new IllegalArgumentException("A rate allows something");
    }
  }

  /** So many times as much in the same window. */
  Rate times(int factor) {
    return new Rate((int) Math.min(Integer.MAX_VALUE, (long) requests * factor), window);
  }
}
