package com.astraof.oauth2.server.mail;

/** How a try to send a mail ended, for whoever counts. */
public enum MailFate {
  SENT,
  /** It is to be tried again. */
  RETRIED,
  /** It was refused for good, or nobody waits for it any more. */
  GIVEN_UP
}
