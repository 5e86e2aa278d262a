package com.astraof.oauth2.bench.report;

import com.astraof.oauth2.bench.Results;
import com.astraof.oauth2.bench.Results.AtLoad;
import com.astraof.oauth2.bench.Results.BesideSignIns;
import com.astraof.oauth2.bench.Results.Peak;
import com.astraof.oauth2.bench.Rounds;
import com.astraof.oauth2.bench.subject.Subject;
import com.astraof.oauth2.bench.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.HdrHistogram.Histogram;

/** The tables of the page. */
final class Tables {
  private static final String NOTHING = "";

  private final Results results;
  private final List<String> subjects;
  private final List<Workload> workloads;

  Tables(Results results, List<String> subjects, List<Workload> workloads) {
    this.results = results;
    this.subjects = subjects;
    this.workloads = workloads;
  }

  String rates() {
    return each(
        subjects,
        (subject, workload) ->
            results
                .median(subject, workload)
                .map(peak -> Table.whole(rate(peak)) + spread(subject, workload))
                .orElse(NOTHING));
  }

  private String spread(String subject, Workload workload) {
    var sum = results.of(subject, workload).stream().mapToDouble(Tables::rate).summaryStatistics();
    return sum.getCount() < 2
        ? NOTHING
        : " (%s–%s)".formatted(Table.whole(sum.getMin()), Table.whole(sum.getMax()));
  }

  /** How often the first one's rate holds the others'. */
  String ratios() {
    List<String> others = subjects.subList(Math.min(1, subjects.size()), subjects.size());
    return others.isEmpty()
        ? NOTHING
        : subjects.getFirst()
            + " does so many times what the others do.\n\n"
            + each(others, this::ratio);
  }

  private String ratio(String other, Workload workload) {
    Optional<Peak> ours = results.median(subjects.getFirst(), workload);
    Optional<Peak> theirs = results.median(other, workload);
    return ours.isEmpty() || theirs.isEmpty()
        ? NOTHING
        : Table.fine(rate(ours.get()) / rate(theirs.get()));
  }

  String costs() {
    return each(
        subjects,
        (subject, workload) ->
            results
                .median(subject, workload)
                .map(peak -> Table.whole(peak.cost()))
                .orElse(NOTHING));
  }

  private String each(List<String> columns, BiFunction<String, Workload, String> cell) {
    var head = new ArrayList<>(columns);
    head.addFirst(NOTHING);
    var table = new Table(head);
    for (Workload workload : workloads) {
      var row = new ArrayList<String>();
      row.add(workload.title());
      columns.forEach(column -> row.add(cell.apply(column, workload)));
      table.row(row);
    }
    return table.text();
  }

  String latencies() {
    var table =
        new Table(
            List.of("", "part of its most", "per second", "p50 ms", "p99 ms", "p99.9 ms", "worst"));
    for (String subject : subjects) {
      results.loads().stream()
          .filter(point -> point.subject().equals(subject))
          .map(AtLoad::part)
          .distinct()
          .forEach(part -> latency(table, subject, part));
    }
    return table.text();
  }

  private void latency(Table table, String subject, double part) {
    List<AtLoad> points = Latencies.at(results, subject, part);
    Histogram all = Latencies.all(points);
    double rate = points.stream().mapToDouble(AtLoad::perSecond).average().orElse(0);
    table.row(
        subject,
        Table.whole(part * 100) + " %",
        Table.whole(rate),
        Table.fine(all.getValueAtPercentile(50) / 1e6),
        Table.fine(all.getValueAtPercentile(99) / 1e6),
        Table.fine(all.getValueAtPercentile(99.9) / 1e6),
        Table.fine(all.getMaxValue() / 1e6));
  }

  String besideSignIns() {
    if (results.besides().isEmpty()) {
      return NOTHING;
    }
    var table =
        new Table(
            List.of(
                "", "p99 alone, ms", "p99 beside, ms", "sign-ins per second", "of the raw rate"));
    double raw = results.floor(Rounds.PASSWORDS).orElse(Double.NaN);
    for (BesideSignIns both : results.besides()) {
      table.row(
          both.subject(),
          Table.fine(both.alone().percentile(99)),
          Table.fine(both.beside().percentile(99)),
          Table.fine(both.signIns().perSecond()),
          Table.whole(both.signIns().perSecond() / raw * 100) + " %");
    }
    return table.text();
  }

  String floors(List<Subject> all) {
    var table = new Table(List.of("", "per second"));
    for (Subject subject : all) {
      results
          .median(subject.name(), Workload.PLAIN)
          .ifPresent(peak -> table.row(subject.name(), Table.whole(rate(peak))));
    }
    results
        .floor(Rounds.DATABASE)
        .ifPresent(
            rate ->
                table.row(
                    "PostgreSQL: one row advanced and committed, by each connection",
                    Table.whole(rate)));
    results
        .floor(Rounds.PASSWORDS)
        .ifPresent(rate -> table.row("Argon2id, nothing else", Table.fine(rate)));
    return table.text();
  }

  private static double rate(Peak peak) {
    return peak.figures().perSecond();
  }
}
