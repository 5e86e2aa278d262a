package com.astraof.oauth2.faults.check;

import java.util.ArrayList;
import java.util.List;

/** What one rule looked at, and what broke it. */
public final class Findings {
  private final String promise;
  private final List<String> violations = new ArrayList<>();
  private long checks;

  Findings(String promise) {
    this.promise = promise;
  }

  public String promise() {
    return promise;
  }

  public long checks() {
    return checks;
  }

  public List<String> violations() {
    return violations;
  }

  /** Looked at, and found as it says. */
  void expect(boolean holds, String otherwise, Event... evidence) {
    checks++;
    if (!holds) {
      var words = new StringBuilder(otherwise);
      for (Event event : evidence) {
        words.append("\n      ").append(event);
      }
      violations.add(words.toString());
    }
  }
}
