package com.astraof.oauth2.core.mail;

import com.astraof.oauth2.core.account.PasswordChanger;
import com.astraof.oauth2.core.account.PasswordHasher;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.account.UserStore.Login;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.mail.EmailStore.NewPassword;
import com.astraof.oauth2.core.mail.MailLink.Claim;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * New passwords by a mailed link: for whoever forgot theirs, and for whoever takes an account back
 * after somebody gave it another address. All sessions end with it.
 */
public final class PasswordResets {
  private final UserStore users;
  private final EmailStore store;
  private final MailQueue queue;
  private final MailLinks links;
  private final PasswordHasher passwords;
  private final Endings endings;

  public PasswordResets(
      UserStore users,
      EmailStore store,
      MailQueue queue,
      MailLinks links,
      PasswordHasher passwords,
      Endings endings) {
    this.users = users;
    this.store = store;
    this.queue = queue;
    this.links = links;
    this.passwords = passwords;
    this.endings = endings;
  }

  /**
   * A mail for whoever has an account with this address. Whether somebody has is not looked up
   * here, so that nobody can tell from the answer or its time.
   *
   * @param address keeps {@code EmailRule}
   */
  public void ask(String address, Instant now) {
    queue.add(new Mail.Reset(address, now));
  }

  /** Whether a new password may be chosen by this link. */
  public boolean isAlive(String link, Instant now) {
    return links.open(link, now).filter(opened -> isAlive(opened, now)).isPresent();
  }

  private boolean isAlive(MailLink link, Instant now) {
    return switch (link.claim()) {
      case Claim.Reset(var mark) -> login(link, mark).isPresent();
      case Claim.WayBack(var changedAt) -> store.isOpen(link.user(), changedAt, now);
      case Claim.Verify _, Claim.Change _ -> false;
    };
  }

  public Outcome reset(String link, Secret password, boolean endAppAccess, Act act) {
    var opened = links.open(link, act.at()).filter(one -> isAlive(one, act.at()));
    if (opened.isEmpty()) {
      return new Outcome.Dead();
    }
    var problem = PasswordChanger.problemWith(password);
    if (problem.isPresent()) {
      return new Outcome.Refused(problem.get());
    }
    var hash = passwords.hash(password);
    if (hash.isEmpty()) {
      return new Outcome.Busy();
    }
    var fresh = new NewPassword(hash.get(), endAppAccess);
    Act byOwner = act.by(new Who.Person(opened.get().user()));
    var ended = write(opened.get(), fresh, byOwner);
    if (ended.isEmpty()) {
      return new Outcome.Dead();
    }
    ended.get().forEach(endings::learn);
    return new Outcome.Done();
  }

  private Optional<List<Ending.OfConsent>> write(MailLink link, NewPassword fresh, Act act) {
    return switch (link.claim()) {
      case Claim.Reset(var mark) ->
          login(link, mark).flatMap(login -> store.reset(login, link, fresh, act));
      case Claim.WayBack(var changedAt) -> store.goBack(link.user(), changedAt, fresh, act);
      case Claim.Verify _, Claim.Change _ -> Optional.empty();
    };
  }

  private Optional<Login> login(MailLink link, SecretHash mark) {
    return users.findLogin(link.user()).filter(login -> login.mark().equals(mark));
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /** Used, expired, forged, or of an account that is another by now. */
    record Dead() implements Outcome {}

    record Refused(FieldProblem problem) implements Outcome {}

    /** Too many passwords are being hashed; try again shortly. */
    record Busy() implements Outcome {}
  }
}
