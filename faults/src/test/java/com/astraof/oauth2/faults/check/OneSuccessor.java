package com.astraof.oauth2.faults.check;

import com.astraof.oauth2.faults.check.Act.Refresh;
import java.util.HashMap;
import java.util.Map;

/** However often a refresh token is used, the same next one comes of it. */
record OneSuccessor() implements Rule {
  @Override
  public String promise() {
    return "no refresh token has two different successors";
  }

  @Override
  public void check(Chronicle chronicle, Findings findings) {
    for (Life life : chronicle.lives()) {
      Map<String, Event> first = new HashMap<>();
      for (Event event : life.events()) {
        if (event.act() instanceof Refresh refresh && event.isAccepted()) {
          Event before = first.putIfAbsent(refresh.token(), event);
          boolean isSame = before == null || before.value().equals(event.value());
          findings.expect(isSame, "Two successors", before == null ? event : before, event);
        }
      }
    }
  }
}
