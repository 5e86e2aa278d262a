package com.astraof.oauth2.server.http;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends the connections of peers that dawdle: with their headers, with their body, or with taking
 * the answer. A connection has one virtual thread, and interrupting that while it waits for the
 * peer closes the connection. It is never interrupted while it works.
 */
final class Deadlines implements Http1ConnectionListener {
  private final Duration forHeaders;
  private final Map<Thread, Long> waiting = new ConcurrentHashMap<>();

  Deadlines(Duration forHeaders) {
    this.forHeaders = forHeaders;
  }

  /** The first line of a request is there. */
  @Override
  public void prologue(ConnectionContext context, HttpPrologue prologue) {
    begin(nanosFromNow(forHeaders));
  }

  static long nanosFromNow(Duration patience) {
    return System.nanoTime() + patience.toNanos();
  }

  /** From here on this thread waits for the peer, and until then at most. */
  void begin(long until) {
    waiting.put(Thread.currentThread(), until);
  }

  /** This thread waits no longer. False when it was too late, and the connection is closed. */
  boolean end() {
    boolean inTime = waiting.remove(Thread.currentThread()) != null;
    if (!inTime) {
      // The interruption was for the waiting alone.
      Thread.interrupted();
    }
    return inTime;
  }

  /** To be called every now and then. */
  void enforce() {
    long now = System.nanoTime();
    for (Thread thread : waiting.keySet()) {
      waiting.computeIfPresent(
          thread,
          (late, until) -> {
            if (until - now > 0) {
              return until;
            }
            late.interrupt();
            return null;
          });
    }
  }
}
