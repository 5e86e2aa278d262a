package com.astraof.oauth2.bench.report;

import com.astraof.oauth2.bench.Results;
import com.astraof.oauth2.bench.Results.AtLoad;
import com.astraof.oauth2.bench.Results.Peak;
import com.astraof.oauth2.bench.report.Bars.Group;
import com.astraof.oauth2.bench.report.Lines.Line;
import com.astraof.oauth2.bench.report.Lines.Mark;
import com.astraof.oauth2.bench.report.Lines.Point;
import com.astraof.oauth2.bench.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The three pictures. */
final class Plots {
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 99.99);

  private final Results results;
  private final List<String> subjects;

  Plots(Results results, List<String> subjects) {
    this.results = results;
    this.subjects = subjects;
  }

  String throughput(List<Workload> workloads) {
    var groups =
        workloads.stream().map(workload -> new Group(workload.title(), rates(workload))).toList();
    return new Bars("Answers per second", subjects, groups).svg();
  }

  private List<Double> rates(Workload workload) {
    return subjects.stream()
        .map(
            subject ->
                results
                    .median(subject, workload)
                    .map(Peak::figures)
                    .map(figures -> figures.perSecond())
                    .orElse(0.0))
        .toList();
  }

  /** The 99th percentile over the rate, all rounds together. */
  String latencyByLoad(List<Double> parts) {
    var lines = new ArrayList<Line>();
    for (String subject : subjects) {
      var points = new ArrayList<Point>();
      for (double part : parts) {
        List<AtLoad> there = at(subject, part);
        if (!there.isEmpty()) {
          double rate = there.stream().mapToDouble(AtLoad::perSecond).average().orElse(0);
          points.add(new Point(rate, Latencies.all(there).getValueAtPercentile(99) / 1e6));
        }
      }
      if (!points.isEmpty()) {
        lines.add(new Line(subject, points));
      }
    }
    return new Lines(
            "Refresh: p99 in milliseconds by load", "refreshes per second", lines, List.of())
        .svg();
  }

  /** At half of what each server can do at most. */
  String percentiles() {
    var lines = new ArrayList<Line>();
    for (String subject : subjects) {
      List<AtLoad> half = at(subject, Latencies.HALF);
      if (!half.isEmpty()) {
        Histogram all = Latencies.all(half);
        var points =
            PERCENTILES.stream()
                .map(
                    percent ->
                        new Point(rareness(percent), all.getValueAtPercentile(percent) / 1e6))
                .toList();
        lines.add(new Line(subject, points));
      }
    }
    var marks =
        PERCENTILES.stream()
            .map(percent -> new Mark(rareness(percent), percent.toString()))
            .toList();
    return new Lines("Refresh at half load: latency in milliseconds", "percentile", lines, marks)
        .svg();
  }

  private static double rareness(double percent) {
    return 100 / (100 - percent);
  }

  private List<AtLoad> at(String subject, double part) {
    return Latencies.at(results, subject, part);
  }
}
