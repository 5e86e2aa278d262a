package com.astraof.oauth2.faults;

import com.astraof.oauth2.faults.check.Findings;
import com.astraof.oauth2.faults.check.Verdict;
import java.time.Duration;
import java.util.Map;

/**
 * What was done, what came of it, and whether the promises were kept.
 *
 * @param faults by kind
 * @param requests by kind and outcome
 * @param withoutService how long nothing could be written; zero where that was not looked at
 */
record Report(
    String name,
    long seed,
    Duration lasted,
    Map<String, Long> faults,
    Map<String, Map<String, Long>> requests,
    Verdict verdict,
    Duration withoutService) {
  private static final int MOST_SHOWN = 5;

  Report with(Duration withoutService) {
    return new Report(name, seed, lasted, faults, requests, verdict, withoutService);
  }

  boolean isGood() {
    return verdict.isGood();
  }

  long accepted(String kind) {
    return requests.getOrDefault(kind, Map.of()).getOrDefault("Accepted", 0L);
  }

  @Override
  public String toString() {
    var words = new StringBuilder();
    words.append("%n%s: seed %d, %d s%n".formatted(name, seed, lasted.toSeconds()));
    words.append("  faults%n".formatted());
    faults.forEach((kind, count) -> words.append("    %-14s %7d%n".formatted(kind, count)));
    if (!withoutService.isZero()) {
      words.append("  without service   %7d ms%n".formatted(withoutService.toMillis()));
    }
    words.append("  requests%n".formatted());
    requests.forEach((kind, by) -> words.append("    %-14s %s%n".formatted(kind, by)));
    words.append("  checks%n".formatted());
    verdict.findings().forEach(findings -> append(words, findings));
    return words.toString();
  }

  private static void append(StringBuilder words, Findings findings) {
    int broken = findings.violations().size();
    words.append(
        "    %7d  %s%s%n"
            .formatted(
                findings.checks(),
                findings.promise(),
                broken == 0 ? "" : ": BROKEN " + broken + " times"));
    findings.violations().stream()
        .limit(MOST_SHOWN)
        .forEach(violation -> words.append("      %s%n".formatted(violation)));
  }
}
