package com.astraof.oauth2.faults.check;

import com.astraof.oauth2.faults.check.Act.Exchange;

/**
 * Nobody is told to come back later, and where a connection was closed, trying again does. A code
 * that is refused although no exchange of it was answered was taken by a request that got no
 * answer.
 */
record AlwaysServed() implements Rule {
  @Override
  public String promise() {
    return "no request fails, but for connections that are tried again";
  }

  @Override
  public void check(Chronicle chronicle, Findings findings) {
    for (Event event : chronicle.events()) {
      boolean isServed = !(event.outcome() instanceof Outcome.Unavailable);
      findings.expect(isServed, "Not served", event);
    }
    for (Life life : chronicle.lives()) {
      for (Event event : life.events()) {
        if (event.act() instanceof Exchange && event.isRefused()) {
          boolean wasOpened = life.opening().isPresent();
          findings.expect(wasOpened, "Tried again, and refused", event);
        }
      }
    }
  }
}
