package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;

/**
 * The tokens by which an operator lets clients register themselves. Each is shown once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3">RFC 7591 §3</a>
 */
public final class InitialTokens {
  private final RegistrationStore store;
  private final Entropy entropy;

  public InitialTokens(RegistrationStore store, Entropy entropy) {
    this.store = store;
    this.entropy = entropy;
  }

  /**
   * @param uses how many clients it registers
   */
  public Secret make(int uses, Duration validity, Instant now) {
    Secret token = entropy.newSecret();
    store.invite(SecretHash.of(token), uses, now.plus(validity), now);
    return token;
  }

  public void endAll() {
    store.uninviteAll();
  }
}
