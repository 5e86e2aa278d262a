package com.astraof.oauth2.server;

import java.util.concurrent.CountDownLatch;

/**
 * Keeps a process alive until it is asked to stop (Ctrl-C, SIGTERM), and stops its parts in order
 * then.
 */
final class Lifetime {
  private final CountDownLatch asked = new CountDownLatch(1);

  private Lifetime() {}

  /** From now on a wish to stop is heard; it is followed once everything has started. */
  static Lifetime begin() {
    var lifetime = new Lifetime();
    StopSignals.lead(lifetime.asked::countDown);
    return lifetime;
  }

  /** Returns when all parts, from the first to the last, are closed. */
  void untilStopped(AutoCloseable... parts) {
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (AutoCloseable part : parts) {
      close(part);
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException("Stopping failed", e);
    }
  }
}
