package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.account.UserStore.NewPassword;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Secret;
import java.util.Optional;

/**
 * Changes a password. Every other session ends with it, for whoever knew the old one may be in one
 * of them; apps keep their access unless the user says otherwise.
 */
public final class PasswordChanger {
  private final UserStore users;
  private final PasswordHasher passwords;
  private final Endings endings;

  public PasswordChanger(UserStore users, PasswordHasher passwords, Endings endings) {
    this.users = users;
    this.passwords = passwords;
    this.endings = endings;
  }

  /** Why this cannot be a password, on the field {@code new_password}. */
  public static Optional<FieldProblem> problemWith(Secret password) {
    return PasswordRule.problemWith(password).map(why -> new FieldProblem("new_password", why));
  }

  /**
   * The old password has been confirmed.
   *
   * @param session in which it is changed, and which goes on
   */
  public Outcome change(Session session, Secret password, boolean endAppAccess, Act act) {
    var problem = problemWith(password);
    if (problem.isPresent()) {
      return new Outcome.Refused(problem.get());
    }
    var hash = passwords.hash(password);
    if (hash.isEmpty()) {
      return new Outcome.Busy();
    }
    UserId user = session.user().id();
    var change = new NewPassword(user, hash.get(), session.token(), endAppAccess, act);
    var event = AuditEvent.account(Event.PASSWORD_CHANGED, user, act);
    users.change(change, event).forEach(endings::learn);
    return new Outcome.Changed();
  }

  /** What became of the change. */
  public sealed interface Outcome {
    record Changed() implements Outcome {}

    record Refused(FieldProblem problem) implements Outcome {}

    /** Too many passwords are being hashed; try again shortly. */
    record Busy() implements Outcome {}
  }
}
