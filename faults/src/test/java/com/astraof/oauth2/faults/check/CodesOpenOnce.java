package com.astraof.oauth2.faults.check;

/** However often and wherever a code is exchanged, at most one exchange gets tokens. */
record CodesOpenOnce() implements Rule {
  @Override
  public String promise() {
    return "no code is redeemed twice";
  }

  @Override
  public void check(Chronicle chronicle, Findings findings) {
    for (Life life : chronicle.lives()) {
      var openings = life.exchanges().stream().filter(Event::isAccepted).toArray(Event[]::new);
      findings.expect(openings.length <= 1, "Redeemed more than once", openings);
    }
  }
}
