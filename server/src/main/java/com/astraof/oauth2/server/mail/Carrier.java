package com.astraof.oauth2.server.mail;

/** Takes letters away, one at a time. */
public interface Carrier {
  Delivery carry(Letter letter);

  /** Whether what it takes arrives somewhere. */
  default boolean isThere() {
    return true;
  }

  /** What became of a letter. Reasons name neither people nor what was written. */
  sealed interface Delivery {
    /** Somebody else is responsible for it now. */
    record Taken() implements Delivery {}

    /** It will never be taken (RFC 5321 §4.2.1: 5yz). */
    record Refused(String reason) implements Delivery {}

    /** Not now; another letter may be. */
    record NotNow(String reason) implements Delivery {}

    /** Nothing is taken at the moment. */
    record Away(String reason) implements Delivery {}
  }
}
