package com.astraof.oauth2.server;

import java.util.concurrent.CountDownLatch;

/**
 * Keeps a process alive until it is asked to stop (Ctrl-C, SIGTERM), and stops its parts in order
 * then.
 */
final class Lifetime {
  private Lifetime() {}

  /** Returns when all parts, from the first to the last, are closed. */
  static void untilStopped(AutoCloseable... parts) {
    var asked = new CountDownLatch(1);
    StopSignals.lead(asked::countDown);
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
