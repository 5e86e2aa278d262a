package com.astraof.oauth2.core.mail;

import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.UserStore.Login;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the links in mails do. Each method uses the link up and has its effect in one transaction,
 * if the account is still the one that was read; else nothing happens. Each writes its line in the
 * audit log.
 */
public interface EmailStore {
  /** The address is proved to be read by the account's owner. */
  boolean verify(Login read, MailLink link, Act act);

  /**
   * The account gets a new password, its address counts as verified, and all sessions end.
   *
   * @return the consents that ended with it; empty when nothing happened
   */
  Optional<List<Ending.OfConsent>> reset(Login read, MailLink link, NewPassword password, Act act);

  /**
   * The account gets the new address, which is verified. If the old one was verified too, a mail
   * with the way back is queued for it.
   *
   * @param wayBackUntil for how long nobody else can have the old address
   */
  Changing change(Login read, MailLink link, String address, Instant wayBackUntil, Act act);

  /** Whether the way back that opened at this instant is still open. */
  boolean isOpen(UserId user, Instant changedAt, Instant now);

  /**
   * The account goes back to the address that it had at this instant, with a new password, and all
   * sessions end. This way back is closed, and so are those of later changes.
   */
  Optional<List<Ending.OfConsent>> goBack(
      UserId user, Instant changedAt, NewPassword password, Act act);

  /** What {@link #change} found; nothing is written unless {@link #CHANGED}. */
  enum Changing {
    CHANGED,
    /** The link was used, or the account is another by now. */
    DEAD,
    TAKEN
  }

  /**
   * @param endAppAccess whether all apps lose their access
   */
  record NewPassword(PasswordHash hash, boolean endAppAccess) {}
}
