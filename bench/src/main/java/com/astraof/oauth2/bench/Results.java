package com.astraof.oauth2.bench;

import com.astraof.oauth2.bench.wire.Figures;
import com.astraof.oauth2.bench.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that was measured, round by round. */
public final class Results {
  private final List<Peak> peaks = new ArrayList<>();
  private final List<AtLoad> loads = new ArrayList<>();
  private final List<BesideSignIns> besides = new ArrayList<>();
  private final List<Floor> floors = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private int verified;

  void add(Peak peak) {
    peaks.add(peak);
  }

  void add(AtLoad point) {
    loads.add(point);
  }

  void add(BesideSignIns both) {
    besides.add(both);
  }

  void add(Floor floor) {
    floors.add(floor);
  }

  void add(String complaint) {
    complaints.add(complaint);
  }

  void addVerified(int tokens) {
    verified += tokens;
  }

  public int verified() {
    return verified;
  }

  public List<Peak> peaks() {
    return List.copyOf(peaks);
  }

  public List<AtLoad> loads() {
    return List.copyOf(loads);
  }

  public List<BesideSignIns> besides() {
    return List.copyOf(besides);
  }

  /** Everything that was measured of one workload at one server. */
  public List<Peak> of(String subject, Workload workload) {
    return peaks.stream()
        .filter(peak -> peak.subject().equals(subject) && peak.workload() == workload)
        .toList();
  }

  /** The one in the middle of the rounds by its rate, of two the slower. */
  public Optional<Peak> median(String subject, Workload workload) {
    var sorted =
        of(subject, workload).stream()
            .sorted(Comparator.comparingDouble((Peak peak) -> peak.figures().perSecond()))
            .toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
  }

  /** Per second, the one in the middle of the rounds. */
  public Optional<Double> floor(String name) {
    var sorted =
        floors.stream()
            .filter(floor -> floor.name().equals(name))
            .map(floor -> floor.figures().perSecond())
            .sorted()
            .toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
  }

  /** The first few wrong answers of all; empty is good. */
  public List<String> complaints() {
    var all = new ArrayList<>(complaints);
    for (Peak peak : peaks) {
      complain(peak.subject() + ", " + peak.workload().title(), peak.figures(), all);
    }
    for (AtLoad point : loads) {
      complain(point.subject() + ", at a load of " + point.part(), point.figures(), all);
    }
    return all;
  }

  private static void complain(String what, Figures figures, List<String> all) {
    if (!figures.isClean()) {
      all.add(
          "%s: %d wrong, %d unanswered of %d: %s"
              .formatted(
                  what,
                  figures.wrong(),
                  figures.unanswered(),
                  figures.answers(),
                  figures.complaints()));
    }
  }

  /**
   * As fast as it can.
   *
   * @param processor time that the server's own process took
   */
  public record Peak(String subject, Workload workload, Figures figures, Duration processor) {
    /** Microseconds of a processor for each answer. */
    public double cost() {
      return processor.toNanos() / 1e3 / Math.max(1, figures.answers());
    }
  }

  /** Refreshing at a fixed rate, a part of the most that it can. */
  public record AtLoad(String subject, double part, double perSecond, Figures figures) {}

  /** Refreshing at the same rate, without and with sign-ins beside it. */
  public record BesideSignIns(String subject, Figures alone, Figures beside, Figures signIns) {}

  /** What the machine can do at most. */
  public record Floor(String name, Figures figures) {}
}
