package com.astraof.oauth2.faults.check;

import java.util.ArrayList;
import java.util.List;

/** Holds a history against the rules. A pure function: the state at the end is part of history. */
public final class Checker {
  private static final List<Rule> ALWAYS =
      List.of(
          new CodesOpenOnce(),
          new OneSuccessor(),
          new NothingLost(),
          new AccountsKept(),
          new EndedStaysEnded(),
          new ProperErrors(),
          new ServedAgain());

  private final List<Rule> rules;

  private Checker(List<Rule> rules) {
    this.rules = rules;
  }

  /** For whatever breaks. */
  public static Checker ofFaults() {
    return new Checker(ALWAYS);
  }

  /** For what is planned, so that nobody has to notice. */
  public static Checker ofMaintenance() {
    var rules = new ArrayList<>(ALWAYS);
    rules.add(new AlwaysServed());
    return new Checker(rules);
  }

  public Verdict check(History history) {
    var chronicle = Chronicle.of(history.events(), history.mendedAt());
    var all = new ArrayList<Findings>();
    for (Rule rule : rules) {
      var findings = new Findings(rule.promise());
      rule.check(chronicle, findings);
      all.add(findings);
    }
    return new Verdict(all);
  }
}
