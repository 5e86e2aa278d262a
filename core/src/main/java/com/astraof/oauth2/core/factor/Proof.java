package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.secret.Secret;

/** What someone who is signed in brings to show to be there still. */
public sealed interface Proof {
  record Nothing() implements Proof {}

  record Password(Secret password) implements Proof {}

  /** Of an authenticator app, or for recovery. */
  record Code(String code) implements Proof {}

  /**
   * @param answer of a passkey, in WebAuthn's JSON
   */
  record PasskeyAnswer(String answer) implements Proof {}
}
