package com.astraof.oauth2.faults.check;

import java.util.List;

/** What came out, by rule. */
public record Verdict(List<Findings> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }

  public boolean isGood() {
    return findings.stream().allMatch(one -> one.violations().isEmpty());
  }

  /** The promises that were broken. */
  public List<String> broken() {
    return findings.stream()
        .filter(one -> !one.violations().isEmpty())
        .map(Findings::promise)
        .toList();
  }
}
