package com.astraof.oauth2.bench.report;

import com.astraof.oauth2.bench.Plan;
import com.astraof.oauth2.bench.Results;
import com.astraof.oauth2.bench.subject.Subject;
import com.astraof.oauth2.bench.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes what was measured, how and on what, into a folder. */
public final class Report {
  private final Plan plan;
  private final List<Subject> subjects;
  private final Results results;

  public Report(Plan plan, List<Subject> subjects, Results results) {
    this.plan = plan;
    this.subjects = List.copyOf(subjects);
    this.results = results;
  }

  /**
   * @param surroundings of the machine and the database, a sentence each
   */
  public void write(Path folder, String title, List<String> surroundings) {
    List<String> names = names();
    var plots = new Plots(results, names);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("README.md"), page(title, surroundings));
      Files.writeString(folder.resolve("throughput.svg"), plots.throughput(workloads()));
      Files.writeString(folder.resolve("latency-by-load.svg"), plots.latencyByLoad(plan.loads()));
      Files.writeString(folder.resolve("latency-percentiles.svg"), plots.percentiles());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the floors. */
  private List<String> names() {
    return subjects.stream()
        .filter(subject -> !subject.workloads().contains(Workload.PLAIN))
        .map(Subject::name)
        .toList();
  }

  private List<Workload> workloads() {
    return Arrays.stream(Workload.values())
        .filter(
            workload -> names().stream().anyMatch(name -> !results.of(name, workload).isEmpty()))
        .toList();
  }

  private String page(String title, List<String> surroundings) {
    var tables = new Tables(results, names(), workloads());
    var page = new StringBuilder("# " + title + "\n\n");
    page.append(
        """
        %d rounds, in each of which every server has its turn; %d connections; each workload for %d s \
        after %d s of warming up, and %d s of each before the first is measured. The figure is that of the median round, with the lowest and the highest \
        in brackets.

        """
            .formatted(
                plan.rounds(),
                plan.connections(),
                plan.measured().toSeconds(),
                plan.warmUp().toSeconds(),
                plan.heat().toSeconds()));
    section(
        page, "Answers per second", "![Answers per second](throughput.svg)\n\n" + tables.rates());
    section(page, "As multiples", tables.ratios());
    section(
        page, "What one answer costs the server, in microseconds of a processor", tables.costs());
    section(
        page,
        "Latency of a refresh at a fixed rate",
        "![By load](latency-by-load.svg)\n![Percentiles](latency-percentiles.svg)\n\n"
            + tables.latencies());
    section(page, "Refreshing while sign-ins saturate the machine", tables.besideSignIns());
    section(page, "Floors", tables.floors(subjects));
    section(page, "Right answers", right());
    section(page, "Set up", lines(surroundings) + servers());
    return page.toString().stripTrailing() + "\n";
  }

  private String right() {
    String verified =
        "%d access tokens that came under load were verified with the published keys, or by introspection where they are opaque."
            .formatted(results.verified());
    List<String> complaints = results.complaints();
    return complaints.isEmpty()
        ? verified + " No answer was wrong or missing, and no retired refresh token was accepted.\n"
        : verified + "\n\n" + lines(complaints);
  }

  private String servers() {
    var text = new StringBuilder();
    for (Subject subject : subjects) {
      text.append("\n**").append(subject.name()).append("**\n\n").append(lines(subject.settings()));
    }
    return text.toString();
  }

  private static String lines(List<String> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append("- ").append(line).append('\n'));
    return text.toString();
  }

  private static void section(StringBuilder page, String title, String content) {
    if (!content.isBlank()) {
      page.append("## ").append(title).append("\n\n").append(content).append('\n');
    }
  }
}
