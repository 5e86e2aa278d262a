package com.astraof.oauth2.bench.wire;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What was measured.
 *
 * @param unanswered requests that were due and have no answer
 * @param latency in nanoseconds
 * @param complaints the first few wrong answers
 */
public record Figures(
    long wrong, long unanswered, Duration elapsed, Histogram latency, List<String> complaints) {
  public Figures {
    complaints = List.copyOf(complaints);
  }

  public long answers() {
    return latency.getTotalCount();
  }

  public double perSecond() {
    return answers() * 1e9 / elapsed.toNanos();
  }

  /** In milliseconds. */
  public double percentile(double percent) {
    return latency.getValueAtPercentile(percent) / 1e6;
  }

  public boolean isClean() {
    return wrong == 0 && unanswered == 0;
  }
}
