package com.astraof.oauth2.faults.check;

import com.astraof.oauth2.faults.check.Act.Register;
import com.astraof.oauth2.faults.check.Act.Rename;
import com.astraof.oauth2.faults.check.Act.SignIn;
import com.astraof.oauth2.faults.check.Act.SignOut;
import com.astraof.oauth2.faults.check.Act.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Accounts, names and sessions are as they were acknowledged. */
record AccountsKept() implements Rule {
  @Override
  public String promise() {
    return "no acknowledged account, name or sign-in is lost, nor a sign-out";
  }

  @Override
  public void check(Chronicle chronicle, Findings findings) {
    for (Person person : chronicle.people()) {
      for (Event event : person.events()) {
        switch (event.act()) {
          case SignIn _ -> signIn(person, event, findings);
          case Visit(_, var session) -> visit(person, session, event, findings);
          default -> {}
        }
      }
    }
  }

  private static void signIn(Person person, Event event, Findings findings) {
    for (Event earlier : person.events()) {
      if (earlier.act() instanceof Register
          && earlier.isAccepted()
          && earlier.answered() < event.sent()) {
        findings.expect(!event.isRefused(), "The account is gone", earlier, event);
      }
    }
  }

  private static void visit(Person person, String session, Event visit, Findings findings) {
    for (Event other : person.events()) {
      if (other.act() instanceof SignOut(_, var ended)
          && ended.equals(session)
          && other.sent() < visit.answered()) {
        boolean isBefore = other.isAccepted() && other.answered() < visit.sent();
        findings.expect(!(isBefore && visit.isAccepted()), "Signed out and in again", other, visit);
        return;
      }
    }
    findings.expect(!visit.isRefused(), "The session is gone", visit);
    if (visit.isAccepted()) {
      Set<String> names = namesAt(person.events(), visit);
      findings.expect(
          names.isEmpty() || names.contains(visit.value()), "The name is none of " + names, visit);
    }
  }

  /** The last one acknowledged, and all that may have come since; empty before the first. */
  private static Set<String> namesAt(List<Event> events, Event visit) {
    var names = new HashSet<String>();
    long acknowledged = Long.MIN_VALUE;
    for (Event event : events) {
      if (event.act() instanceof Rename && event.isAccepted() && event.answered() < visit.sent()) {
        acknowledged = Math.max(acknowledged, event.sent());
      }
    }
    if (acknowledged == Long.MIN_VALUE) {
      return names;
    }
    for (Event event : events) {
      if (event.act() instanceof Rename(_, var name)
          && !event.isRefused()
          && event.sent() < visit.answered()
          && event.over(Life.STRAGGLING) >= acknowledged) {
        names.add(name);
      }
    }
    return names;
  }
}
