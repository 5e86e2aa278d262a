package com.astraof.oauth2.core.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Mails that are still to be sent, for all nodes together. Each method is one read or one
 * conditional write.
 */
public interface MailQueue {
  void add(Mail mail);

  /** Those whose time has come, the longest due first. */
  List<QueuedMail> due(Instant now, int most);

  /** How many there are, whether or not their time has come. */
  long waiting();

  /**
   * Takes the mail for one more try. Of any number of callers at once, on any number of nodes, one
   * gets it, and nobody else until the lease is over.
   */
  Optional<QueuedMail> claim(QueuedMail mail, Instant leaseUntil);

  /** It is sent or given up, and gone with all that it says. */
  void remove(QueuedMail claimed);

  /** It is to be tried again. */
  void postpone(QueuedMail claimed, Instant until);

  /** Removes what is so old that nobody waits for it any more, some at a time. */
  void removeOlderThan(Instant oldest);
}
