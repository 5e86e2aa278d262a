package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.account.Accounts;
import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.factor.PasskeyChallenges.Purpose;
import com.astraof.oauth2.core.id.UserId;

/**
 * Asks someone who is signed in to prove it again before something that cannot be undone (sudo,
 * contract 4): by password, and where there is a second factor by that alone, for a password may be
 * known to others.
 */
public final class Confirmer {
  private final Accounts accounts;
  private final TwoFactor factors;
  private final Passkeys passkeys;
  private final AuditLog audit;

  public Confirmer(Accounts accounts, TwoFactor factors, Passkeys passkeys, AuditLog audit) {
    this.accounts = accounts;
    this.factors = factors;
    this.passkeys = passkeys;
    this.audit = audit;
  }

  /** What the user has to confirm by. */
  public Factors factors(UserId user) {
    return factors.of(user);
  }

  public Outcome confirm(Session session, Proof proof, Act act) {
    UserId user = session.user().id();
    boolean on = factors.of(user).areOn();
    return switch (proof) {
      case Proof.Nothing() -> Outcome.MISSING;
      case Proof.Password given -> on ? Outcome.MISSING : byPassword(user, given, act);
      case Proof.Code(var code) -> {
        if (!on) {
          yield Outcome.MISSING;
        }
        boolean right = factors.accept(user, code, Event.CONFIRMATION_FAILED, act);
        yield right ? Outcome.CONFIRMED : Outcome.WRONG;
      }
      case Proof.PasskeyAnswer(var answer) -> byPasskey(session, answer, act);
    };
  }

  /** Whether this is the user's password, which never confirms alone where more is asked for. */
  public Outcome byPassword(UserId user, Proof.Password given, Act act) {
    return switch (accounts.confirm(user, given.password(), act)) {
      case CONFIRMED -> Outcome.CONFIRMED;
      case WRONG -> Outcome.WRONG;
      case BUSY -> Outcome.BUSY;
    };
  }

  private Outcome byPasskey(Session session, String answer, Act act) {
    UserId user = session.user().id();
    if (passkeys.accept(user, answer, Purpose.CONFIRM, session.token(), act).isPresent()) {
      return Outcome.CONFIRMED;
    }
    audit.add(AuditEvent.account(Event.CONFIRMATION_FAILED, user, act));
    return Outcome.WRONG;
  }

  /** Whether it is confirmed. */
  public enum Outcome {
    CONFIRMED,
    /** Nothing came, or a password where a second factor is asked for. */
    MISSING,
    WRONG,
    BUSY
  }
}
