package com.astraof.oauth2.faults.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long the load goes on, by a clock that does not jump. */
public final class Clock {
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** So long clients go on asking for the answers that they miss. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long endedAt;

  boolean isRunning() {
    return ended.getCount() > 0;
  }

  boolean isPatient() {
    return isRunning() || System.nanoTime() - endedAt < PATIENCE.toNanos();
  }

  /** Before something is tried again. */
  void pause() {
    rest(PAUSE);
  }

  /** Waits so long, or until the end. */
  void rest(Duration pause) {
    try {
      if (isRunning()) {
        ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      } else {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void end() {
    endedAt = System.nanoTime();
    ended.countDown();
  }
}
