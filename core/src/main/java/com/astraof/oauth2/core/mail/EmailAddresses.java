package com.astraof.oauth2.core.mail;

import com.astraof.oauth2.core.account.EmailRule;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.mail.EmailStore.Changing;
import com.astraof.oauth2.core.mail.MailLink.Claim;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.time.Instant;
import java.util.Optional;

/**
 * The addresses of accounts: proved by a link that was mailed there, and changed only once the new
 * one is proved.
 */
public final class EmailAddresses {
  private final UserStore users;
  private final EmailStore store;
  private final MailQueue queue;
  private final MailLinks links;

  public EmailAddresses(UserStore users, EmailStore store, MailQueue queue, MailLinks links) {
    this.users = users;
    this.store = store;
    this.queue = queue;
    this.links = links;
  }

  /** Mails a link to the account's address, unless it is verified or there is none. */
  public void askToVerify(User user, Instant now) {
    users
        .findLogin(user.id())
        .filter(login -> !isVerified(login.user()))
        .ifPresent(
            login -> queue.add(new Mail.Verify(user.id(), login.address(), login.mark(), now)));
  }

  /** Whether the link was alive; the address is verified then. */
  public boolean verify(String link, Act act) {
    var opened = links.open(link, act.at()).orElse(null);
    if (opened == null || !(opened.claim() instanceof Claim.Verify(var mark))) {
      return false;
    }
    return users
        .findLogin(opened.user())
        .filter(login -> login.mark().equals(mark))
        .filter(login -> store.verify(login, opened, by(opened, act)))
        .isPresent();
  }

  /** Why the account cannot have this address, on the field {@code email}. */
  public Optional<FieldProblem> problemOfChange(User user, String address) {
    Email email = user.email();
    if (email == null) {
      return refused("An account without a password has no address.");
    }
    return email.address().equals(address)
        ? refused("This is your address already.")
        : EmailRule.problemWith(address).map(why -> new FieldProblem("email", why));
  }

  private static Optional<FieldProblem> refused(String why) {
    return Optional.of(new FieldProblem("email", why));
  }

  /**
   * Mails a link to the address that the account shall have. Whether somebody has it already is not
   * said: the link, which reaches its owner alone, will tell.
   *
   * @param address of which there is no {@link #problemOfChange}
   */
  public void askToChange(User user, String address, Instant now) {
    users
        .findLogin(user.id())
        .ifPresent(login -> queue.add(new Mail.Change(user.id(), address, login.mark(), now)));
  }

  /** Gives the account the address that the link was mailed to. */
  public Changing change(String link, Act act) {
    var opened = links.open(link, act.at()).orElse(null);
    if (opened == null || !(opened.claim() instanceof Claim.Change(var mark, var address))) {
      return Changing.DEAD;
    }
    Instant wayBackUntil = act.at().plus(MailLinks.WAY_BACK_VALID);
    return users
        .findLogin(opened.user())
        .filter(login -> login.mark().equals(mark))
        .map(login -> store.change(login, opened, address, wayBackUntil, by(opened, act)))
        .orElse(Changing.DEAD);
  }

  private static boolean isVerified(User user) {
    Email email = user.email();
    return email != null && email.verified();
  }

  private static Act by(MailLink link, Act act) {
    return act.by(new Who.Person(link.user()));
  }
}
