package com.astraof.oauth2.faults.check;

import com.astraof.oauth2.faults.check.Act.Call;
import com.astraof.oauth2.faults.check.Act.Introspect;
import com.astraof.oauth2.faults.check.Act.Refresh;
import java.time.Duration;

/**
 * Once the end of a grant is acknowledged, the node that did so accepts nothing of it, and others
 * accept no access token a second later. Refresh tokens end everywhere at once.
 */
record EndedStaysEnded() implements Rule {
  private static final Duration ELSEWHERE = Duration.ofSeconds(1);

  @Override
  public String promise() {
    return "no ended grant is accepted, nor elsewhere after 1 s";
  }

  @Override
  public void check(Chronicle chronicle, Findings findings) {
    for (Life life : chronicle.lives()) {
      for (Event end : life.ends()) {
        life.events().forEach(event -> check(end, event, findings));
      }
    }
  }

  private static void check(Event end, Event event, Findings findings) {
    boolean isBound =
        switch (event.act()) {
          case Refresh _ -> event.sent() > end.answered();
          case Call _, Introspect _ -> event.sent() > end.answered() + patience(end, event);
          default -> false;
        };
    if (isBound) {
      findings.expect(!event.isAccepted(), "Accepted after its end", end, event);
    }
  }

  private static long patience(Event end, Event event) {
    return end.node() == event.node() ? 0 : ELSEWHERE.toNanos();
  }
}
