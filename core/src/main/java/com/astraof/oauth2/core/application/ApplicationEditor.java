package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.List;
import java.util.Optional;

/**
 * Changes applications, for their owners. What is decided on one version is written to that version
 * alone; should somebody have been quicker, it is decided anew. Of one that the operator has
 * disabled, nothing is changed.
 */
public final class ApplicationEditor {
  private static final FieldProblem DISABLED =
      new FieldProblem(
          "root", "The operator has disabled this application: nothing of it can be changed.");

  private final ApplicationStore applications;
  private final ApplicationNames names;

  public ApplicationEditor(ApplicationStore applications, ApplicationNames names) {
    this.applications = applications;
    this.names = names;
  }

  /**
   * All of the edits, or none.
   *
   * @param what how the audit log calls it
   */
  public Outcome edit(Application seen, List<ApplicationEdit> edits, Event what, Act act) {
    var problems = edits.stream().flatMap(edit -> edit.problems().stream()).toList();
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    return change(seen, what, act, current -> decide(current, edits));
  }

  private Decision decide(Application current, List<ApplicationEdit> edits) {
    Application after = current;
    for (ApplicationEdit edit : edits) {
      var problems = edit.problemsFor(after);
      if (!problems.isEmpty()) {
        return new Decision.Not(problems);
      }
      after = edit.applyTo(after);
    }
    // A name from before the rules may stay, but not be exchanged for another such.
    if (!after.name().equals(current.name())) {
      var problems = names.problemsWith(after.name(), after.owner());
      return problems.isEmpty() ? new Decision.To(after) : new Decision.Not(problems);
    }
    return new Decision.To(after);
  }

  /** As long as it takes: each time somebody was quicker, something was written. */
  Outcome change(Application seen, Event what, Act act, Rule rule) {
    var event = AuditEvent.application(what, seen.owner(), seen.id(), act);
    Optional<Application> current = Optional.of(seen);
    while (current.isPresent()) {
      if (current.get().isDisabledAt(act.at())) {
        return new Outcome.Refused(List.of(DISABLED));
      }
      switch (rule.decide(current.get())) {
        case Decision.Not(var problems) -> {
          return new Outcome.Refused(problems);
        }
        case Decision.To(var after) -> {
          if (applications.replace(after, List.of(event))) {
            return new Outcome.Edited(after);
          }
        }
      }
      current = applications.find(seen.id()).filter(now -> now.owner().equals(seen.owner()));
    }
    return new Outcome.Gone();
  }

  /** Decides on an application as it stands. */
  @FunctionalInterface
  interface Rule {
    Decision decide(Application current);
  }

  /** What a rule made of it. */
  sealed interface Decision {
    record To(Application after) implements Decision {}

    record Not(List<FieldProblem> problems) implements Decision {}
  }

  /** What became of a change. */
  public sealed interface Outcome {
    record Edited(Application application) implements Outcome {}

    record Refused(List<FieldProblem> problems) implements Outcome {}

    /** Deleted meanwhile, or somebody else's. */
    record Gone() implements Outcome {}
  }
}
