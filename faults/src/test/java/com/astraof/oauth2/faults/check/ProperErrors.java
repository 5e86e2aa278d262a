package com.astraof.oauth2.faults.check;

/** Whoever is told no or not now is told so in the shape that the endpoint has for it. */
record ProperErrors() implements Rule {
  @Override
  public String promise() {
    return "every refused request is refused with a proper error";
  }

  @Override
  public void check(Chronicle chronicle, Findings findings) {
    for (Event event : chronicle.events()) {
      if (!event.isAccepted() && !(event.outcome() instanceof Outcome.Unanswered)) {
        boolean isProper = !(event.outcome() instanceof Outcome.Improper);
        findings.expect(isProper, "An improper answer", event);
      }
    }
  }
}
