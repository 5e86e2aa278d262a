package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application.Ownership;
import com.astraof.oauth2.core.application.ApplicationEditor.Decision;
import com.astraof.oauth2.core.application.ApplicationEditor.Outcome;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands applications over: the owner offers, the other accepts. Until then nothing changes, and
 * both may think better of it.
 */
public final class Transfers {
  private final ApplicationStore applications;
  private final ApplicationEditor editor;

  public Transfers(ApplicationStore applications, ApplicationEditor editor) {
    this.applications = applications;
    this.editor = editor;
  }

  /**
   * Offers it to one person; an earlier offer to another is void.
   *
   * @param to whom; null when there is no such user
   */
  public Outcome offer(Application seen, @Nullable User to, Act act) {
    if (to == null || to.isBot()) {
      return refused("There is no such user. Write the username with its number: name#0001.");
    }
    if (to.id().equals(seen.owner())) {
      return refused("This application is yours already.");
    }
    if (to.isUnclaimed()) {
      return refused("This account has no e-mail address yet, so it cannot own applications.");
    }
    return offering(seen, to.id(), Event.TRANSFER_OFFERED, act);
  }

  /** Takes the offer back. */
  public Outcome withdraw(Application seen, Act act) {
    return offering(seen, null, Event.TRANSFER_WITHDRAWN, act);
  }

  private Outcome offering(Application seen, @Nullable UserId to, Event what, Act act) {
    return editor.change(
        seen,
        what,
        act,
        current -> new Decision.To(current.with(current.ownership().offeredTo(to))));
  }

  /**
   * The one whom it was offered to takes it. Secrets and tokens stay as they are, and the former
   * owner knows them.
   *
   * @return the application, now theirs; empty when it is not on offer to them (any more)
   */
  public Optional<Application> accept(Application seen, UserId to, Act act) {
    return answer(seen, to, seen.ownership().passedTo(to), Event.TRANSFER_ACCEPTED, act);
  }

  /** The one whom it was offered to does not want it. */
  public Optional<Application> decline(Application seen, UserId to, Act act) {
    return answer(seen, to, seen.ownership().offeredTo(null), Event.TRANSFER_DECLINED, act);
  }

  private Optional<Application> answer(
      Application seen, UserId to, Ownership after, Event what, Act act) {
    var events =
        List.of(
            AuditEvent.application(what, seen.owner(), seen.id(), act),
            AuditEvent.application(what, to, seen.id(), act));
    Optional<Application> current = Optional.of(seen);
    while (current
        .filter(now -> isOffer(now, seen.owner(), to))
        .filter(now -> !now.isDisabledAt(act.at()))
        .isPresent()) {
      Application answered = current.get().with(after);
      if (applications.replace(answered, events)) {
        return Optional.of(answered);
      }
      current = applications.find(seen.id());
    }
    return Optional.empty();
  }

  private static boolean isOffer(Application application, UserId from, UserId to) {
    return application.owner().equals(from) && to.equals(application.ownership().offeredTo());
  }

  private static Outcome refused(String message) {
    return new Outcome.Refused(List.of(new FieldProblem("user", message)));
  }
}
