package com.astraof.oauth2.faults.check;

import com.astraof.oauth2.faults.check.Act.Call;
import com.astraof.oauth2.faults.check.Act.Exchange;
import com.astraof.oauth2.faults.check.Act.Introspect;
import com.astraof.oauth2.faults.check.Act.Refresh;

/** What was acknowledged of a grant is there, as long as nobody asked for its end. */
record NothingLost() implements Rule {
  @Override
  public String promise() {
    return "no acknowledged consent, grant or refresh is lost";
  }

  @Override
  public void check(Chronicle chronicle, Findings findings) {
    for (Life life : chronicle.lives()) {
      life.events().forEach(event -> check(life, event, findings));
    }
  }

  private static void check(Life life, Event event, Findings findings) {
    boolean isDue =
        switch (event.act()) {
          case Exchange _ ->
              life.approval().isPresent() && life.exchanges().getFirst().equals(event);
          case Refresh _, Call _, Introspect _ -> life.opening().isPresent();
          default -> false;
        };
    if (isDue && !event.outcome().isUnknown() && life.isUntouched(event.answered())) {
      Event promised = life.opening().or(life::approval).orElse(event);
      findings.expect(!event.isRefused(), "Acknowledged, and not there any more", promised, event);
    }
  }
}
