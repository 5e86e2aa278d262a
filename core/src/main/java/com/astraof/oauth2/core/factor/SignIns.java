package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.account.Accounts;
import com.astraof.oauth2.core.account.Accounts.SignIn;
import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.count.Counts;
import com.astraof.oauth2.core.factor.PasskeyChallenges.Purpose;
import com.astraof.oauth2.core.factor.SignInTickets.Ticket;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.leaving.AccountClosing;
import com.astraof.oauth2.core.leaving.Block;
import com.astraof.oauth2.core.leaving.Closure;
import com.astraof.oauth2.core.leaving.Standing;
import com.astraof.oauth2.core.once.OnceStore;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How people sign in: by password, by password and a second factor, or by passkey alone. A wrong
 * second factor leaves the ticket as it is, so that whoever mistypes need not begin again; a right
 * one uses it up.
 */
public final class SignIns {
  private final Accounts accounts;
  private final UserStore users;
  private final TwoFactor factors;
  private final Passkeys passkeys;
  private final SignInTickets tickets;
  private final OnceStore once;
  private final AccountClosing closing;
  private final Counts<SignInResult> counts = new Counts<>(SignInResult.class);

  public SignIns(
      Accounts accounts,
      UserStore users,
      TwoFactor factors,
      Passkeys passkeys,
      SignInTickets tickets,
      OnceStore once,
      AccountClosing closing) {
    this.accounts = accounts;
    this.users = users;
    this.factors = factors;
    this.passkeys = passkeys;
    this.tickets = tickets;
    this.once = once;
    this.closing = closing;
  }

  /**
   * The first step.
   *
   * @param door to which the ticket of a second step is bound
   */
  public Outcome byPassword(String email, Secret password, SecretHash door, Act act) {
    return counted(
        switch (accounts.signIn(email, password, act)) {
          case SignIn.Welcome(var user) -> welcome(user, door, act.at());
          case SignIn.Wrong() -> new Outcome.Wrong();
          case SignIn.Busy() -> new Outcome.Busy();
        });
  }

  /** How often which step ended how. */
  public Counts<SignInResult> counts() {
    return counts;
  }

  private Outcome counted(Outcome outcome) {
    counts.count(SignInResult.of(outcome));
    return outcome;
  }

  private Outcome welcome(User user, SecretHash door, Instant now) {
    Factors on = factors.of(user.id());
    return on.areOn()
        ? new Outcome.SecondStep(tickets.issue(user, door, false, now), on)
        : arrive(user.id(), SignInMethod.BY_PASSWORD);
  }

  /** Whose ticket it is and what they have; empty for one that opens nothing (any more). */
  public Optional<Pending> pending(String ticket, SecretHash door, Instant now) {
    return tickets
        .open(ticket, door, now)
        .filter(opened -> users.find(opened.user()).filter(opened::isOf).isPresent())
        .map(opened -> pending(opened, ticket));
  }

  private Pending pending(Ticket opened, String ticket) {
    Factors on = factors.of(opened.user());
    return new Pending(opened.user(), on, ticket, opened.adds(), opened.until());
  }

  /** Asks someone who is signed in by password for the second factor alone. */
  public Pending adding(Session session, SecretHash door, Instant now) {
    User user = session.user();
    String ticket = tickets.issue(user, door, true, now);
    return pending(ticket, door, now).orElseThrow();
  }

  /** The second step, by code of the app or for recovery. */
  public Outcome byCode(Pending pending, String code, Act act) {
    return counted(
        factors.accept(pending.user(), code, Event.SECOND_FACTOR_FAILED, act)
            ? finish(pending, SignInMethod.BY_CODE, act.at())
            : new Outcome.Wrong());
  }

  /** The second step, by passkey. */
  public Outcome byPasskey(Pending pending, String answer, Act act) {
    return counted(
        passkeys
            .accept(pending.user(), answer, Purpose.SECOND_STEP, pending.boundTo(), act)
            .map(passkey -> SignInMethod.byPasswordAndPasskey(passkey.key().shared()))
            .map(methods -> finish(pending, methods, act.at()))
            .orElseGet(Outcome.Wrong::new));
  }

  /** Without a password. */
  public Outcome byPasskeyAlone(String answer, SecretHash door, Act act) {
    return counted(
        passkeys
            .accept(answer, door, act)
            .map(passkey -> arrive(passkey.user(), SignInMethod.byPasskey(passkey.key().shared())))
            .orElseGet(Outcome.Wrong::new));
  }

  private Outcome finish(Pending pending, Set<SignInMethod> methods, Instant now) {
    return once.spend("sign-in-ticket " + pending.ticket(), pending.until(), now)
        ? arrive(pending.user(), methods)
        : new Outcome.Wrong();
  }

  private Outcome arrive(UserId user, Set<SignInMethod> methods) {
    return switch (closing.standing(user)) {
      case Standing.Open() -> new Outcome.Welcome(user, methods);
      case Standing.Closed(var closure) -> new Outcome.Closed(user, methods, closure);
      case Standing.Blocked(var block) -> new Outcome.Blocked(block);
    };
  }

  /** Whoever has just proved to be its owner opens the account again. */
  public Outcome.Welcome reopen(UserId user, Set<SignInMethod> methods, Act act) {
    closing.reopen(user, act.by(new Who.Person(user)));
    return new Outcome.Welcome(user, methods);
  }

  /**
   * Someone between the two steps.
   *
   * @param adds whether the second comes to a sign-in that was before
   */
  public record Pending(UserId user, Factors factors, String ticket, boolean adds, Instant until) {
    /** What a passkey's challenge for this step is bound to. */
    public SecretHash boundTo() {
      return SecretHash.of(new Secret(ticket));
    }
  }

  /** What became of a step. */
  public sealed interface Outcome {
    /**
     * @param methods what was proved
     */
    record Welcome(UserId user, Set<SignInMethod> methods) implements Outcome {}

    /** All was right, but the account is closed until its owner opens it again. */
    record Closed(UserId user, Set<SignInMethod> methods, Closure closure) implements Outcome {}

    /** All was right, but the operator has closed the account, and nobody else opens it. */
    record Blocked(Block block) implements Outcome {}

    record SecondStep(String ticket, Factors factors) implements Outcome {}

    /** What exactly is not said. */
    record Wrong() implements Outcome {}

    record Busy() implements Outcome {}

    /** Whether what was shown in this step was right. */
    default boolean isProved() {
      return switch (this) {
        case Welcome _, Closed _, Blocked _, SecondStep _ -> true;
        case Wrong(), Busy() -> false;
      };
    }
  }
}
