package com.astraof.oauth2.core.mail;

/**
 * A mail that waits to be sent.
 *
 * @param tries how often somebody began to send it
 */
public record QueuedMail(long id, int tries, Mail mail) {
  /** The same, once it is claimed for one more try. */
  public QueuedMail claimed() {
    return new QueuedMail(id, tries + 1, mail);
  }
}
