package com.astraof.oauth2.server.mail;

import com.astraof.oauth2.core.account.EmailRule;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.mail.EmailAddresses;
import com.astraof.oauth2.core.mail.PasswordResets;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.limit.MailLimits;
import java.util.Optional;

/** Where people ask for mails, within limits. */
public final class MailDesk {
  private final boolean open;
  private final EmailAddresses addresses;
  private final PasswordResets resets;
  private final MailLimits limits;

  /**
   * @param open whether mails leave this server at all
   */
  public MailDesk(
      boolean open, EmailAddresses addresses, PasswordResets resets, MailLimits limits) {
    this.open = open;
    this.addresses = addresses;
    this.resets = resets;
    this.limits = limits;
  }

  public boolean isOpen() {
    return open;
  }

  /** Asks somebody new whether the address is theirs; whoever gets no mail now can ask for one. */
  public void welcome(User user, Call call) {
    if (open) {
      verify(user, call);
    }
  }

  /** Mails the link once more to somebody whose address is not verified yet. */
  public Answer verify(User user, Call call) {
    Email email = user.email();
    if (email == null || email.verified()) {
      return new Answer.Sent();
    }
    if (!limits.admit(call, user.id(), email.address())) {
      return new Answer.TooOften();
    }
    addresses.askToVerify(user, call.now());
    return new Answer.Sent();
  }

  /** Mails a link to the address that somebody wants to have. */
  public Answer change(User user, String address, Call call) {
    var problem = addresses.problemOfChange(user, address);
    if (problem.isPresent()) {
      return new Answer.Refused(problem.get());
    }
    if (!limits.admit(call, user.id(), address)) {
      return new Answer.TooOften();
    }
    addresses.askToChange(user, address, call.now());
    return new Answer.Sent();
  }

  /**
   * Mails a link to whoever has an account with this address. All is the same whether somebody has,
   * and whether the address has had its mails already.
   *
   * @return why this is no address
   */
  public Optional<FieldProblem> forgot(String address, Call call) {
    var problem = EmailRule.problemWith(address).map(why -> new FieldProblem("email", why));
    if (problem.isEmpty() && limits.admit(call, address)) {
      resets.ask(address, call.now());
    }
    return problem;
  }

  /** What became of a wish. */
  public sealed interface Answer {
    record Sent() implements Answer {}

    record TooOften() implements Answer {}

    record Refused(FieldProblem problem) implements Answer {}
  }
}
