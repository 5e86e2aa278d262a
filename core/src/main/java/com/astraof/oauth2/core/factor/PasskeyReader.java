package com.astraof.oauth2.core.factor;

import java.util.Optional;

/**
 * Reads and checks what authenticators answer: the part of WebAuthn that is encoding and
 * cryptography. It holds every answer to this site's own origin and id, and to a user who was there
 * and was verified.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-rp-operations">WebAuthn Level 3 §7</a>
 */
public interface PasskeyReader {
  /** What an answer claims, before anything of it is checked; empty for what is no answer. */
  Optional<Claim> claimOf(String answer);

  /** The challenge that a registration claims to answer; empty for what is no registration. */
  Optional<String> challengeOf(String registration);

  /** The new passkey's id and key; empty unless it answers exactly this challenge, to us. */
  Optional<Registered> register(String registration, String challenge);

  /** Checks an answer against the passkey that it names. The counter is left to the caller. */
  Checked check(String answer, String challenge, Passkey passkey);

  /**
   * @param passkey id of the passkey
   * @param handle of the user whom the passkey was made for; empty when it does not say
   */
  record Claim(String passkey, String challenge, String handle) {}

  /**
   * @param id of the passkey
   */
  record Registered(String id, Passkey.Key key) {}

  /** What became of an answer. */
  sealed interface Checked {
    /**
     * @param counter as the passkey says it
     */
    record Right(long counter) implements Checked {}

    record Wrong() implements Checked {}
  }
}
