package com.astraof.oauth2.core.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What one input may cost its parser. Counted for the thread alone, so that a busy machine fails no
 * test.
 *
 * @param time of the processor
 * @param memory in bytes, all that is ever allocated
 */
public record FuzzBounds(Duration time, long memory) {
  /** For texts of some kilobytes. */
  public static final FuzzBounds USUAL = new FuzzBounds(Duration.ofMillis(200), 64L << 20);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What an input exceeds once it may exceed for loading classes; twice, it is the input. */
  void hold(Reading reading) throws Exception {
    if (exceeded(reading)) {
      reading.run();
      if (exceeded(reading)) {
        throw new AssertionError("It takes more than " + this);
      }
    }
  }

  private boolean exceeded(Reading reading) throws Exception {
    long nanos = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    reading.run();
    return THREADS.getCurrentThreadCpuTime() - nanos > time.toNanos()
        || THREADS.getCurrentThreadAllocatedBytes() - bytes > memory;
  }

  /** One input being read. */
  @FunctionalInterface
  interface Reading {
    void run() throws Exception;
  }
}
