package com.astraof.oauth2.faults.check;

/** What was broken needs nobody to start anything again once it is mended. */
record ServedAgain() implements Rule {
  @Override
  public String promise() {
    return "all is served again once nothing is broken";
  }

  @Override
  public void check(Chronicle chronicle, Findings findings) {
    for (Event event : chronicle.events()) {
      if (event.sent() > chronicle.mendedAt()) {
        findings.expect(!event.outcome().isUnknown(), "Not served", event);
      }
    }
  }
}
