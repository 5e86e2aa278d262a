package com.astraof.oauth2.bench.report;

import com.astraof.oauth2.bench.Results;
import com.astraof.oauth2.bench.Results.AtLoad;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Latencies of several rounds together. */
final class Latencies {
  static final double HALF = 0.5;

  private Latencies() {}

  static List<AtLoad> at(Results results, String subject, double part) {
    return results.loads().stream()
        .filter(point -> point.subject().equals(subject) && point.part() == part)
        .toList();
  }

  static Histogram all(List<AtLoad> points) {
    Histogram sum = points.getFirst().figures().latency().copy();
    for (AtLoad point : points.subList(1, points.size())) {
      sum.add(point.figures().latency());
    }
    return sum;
  }
}
