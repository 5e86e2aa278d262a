package com.astraof.oauth2.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A request's body as it comes in, which must be there after a while. */
final class PatientStream extends InputStream {
  private final InputStream from;
  private final Deadlines deadlines;
  private final Duration patience;
  private boolean isWaitedFor;
  private boolean inTime = true;
  private long until;

  PatientStream(InputStream from, Deadlines deadlines, Duration patience) {
    this.from = from;
    this.deadlines = deadlines;
    this.patience = patience;
  }

  /** From now on it must be there in this time. */
  void within(Duration time) {
    isWaitedFor = true;
    until = Deadlines.nanosFromNow(time);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!isWaitedFor) {
      within(patience);
    }
    deadlines.begin(until);
    int count;
    try {
      count = from.read(into, offset, length);
    } catch (RuntimeException e) {
      // The engine's own way to say that the peer broke off or sent what is no body.
      throw new IOException("The body breaks off", e);
    } finally {
      inTime &= deadlines.end();
    }
    if (!inTime) {
      throw new IOException("The body came too slowly");
    }
    return count;
  }
}
