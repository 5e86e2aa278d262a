package com.astraof.oauth2.bench.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Counts while one thread measures. */
public final class Tally {
  private static final long LONGEST = Duration.ofMinutes(2).toNanos();
  private static final int DIGITS = 3;
  private static final int MOST_COMPLAINTS = 3;

  private final Histogram latency = new Histogram(LONGEST, DIGITS);
  private final List<String> complaints = new ArrayList<>();
  private long wrong;
  private long unanswered;

  public void answered(long nanos) {
    latency.recordValue(Math.min(Math.max(nanos, 0), LONGEST));
  }

  void wrong(String complaint) {
    wrong++;
    complain(complaint);
  }

  void unanswered(long requests, String complaint) {
    unanswered += requests;
    complain(complaint);
  }

  private void complain(String complaint) {
    if (complaints.size() < MOST_COMPLAINTS) {
      complaints.add(complaint);
    }
  }

  /** The sum of what several threads counted. */
  public static Figures sum(List<Tally> tallies, Duration elapsed) {
    var all = new Tally();
    for (Tally one : tallies) {
      all.latency.add(one.latency);
      all.wrong += one.wrong;
      all.unanswered += one.unanswered;
      one.complaints.forEach(all::complain);
    }
    return new Figures(all.wrong, all.unanswered, elapsed, all.latency, all.complaints);
  }
}
