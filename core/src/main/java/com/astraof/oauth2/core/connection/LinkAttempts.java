package com.astraof.oauth2.core.connection;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.key.Authenticator;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Ties what comes back from another service to the session that set out: a state is good once, in
 * its own session, for the service it was made for, for ten minutes (RFC 6749 §10.12, RFC 9700
 * §4.7).
 *
 * <p>The PKCE verifier is derived from the state and never stored, so what is in the store helps
 * nobody.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.1">RFC 7636 §4.1</a>
 */
public final class LinkAttempts {
  private static final Duration VALID = Duration.ofMinutes(10);

  private final LinkAttemptStore store;
  private final Authenticator verifiers;
  private final Entropy entropy;

  public LinkAttempts(LinkAttemptStore store, MasterKeys masters, Entropy entropy) {
    this.store = store;
    this.verifiers = new Authenticator(masters, "link-verifier");
    this.entropy = entropy;
  }

  public Attempt begin(Session session, String type, Instant now) {
    Secret state = entropy.newSecret();
    SecretHash hash = SecretHash.of(state);
    store.add(hash, session.token(), type, now, now.plus(VALID));
    return new Attempt(state, CodeChallenge.of(verifier(hash)));
  }

  /**
   * The PKCE verifier of the attempt, which is over then; empty when there is none to be finished
   * here and now.
   */
  public Optional<Secret> finish(Secret state, Session session, String type, Instant now) {
    SecretHash hash = SecretHash.of(state);
    return store.take(hash, session.token(), type, now)
        ? Optional.of(new Secret(verifier(hash)))
        : Optional.empty();
  }

  private String verifier(SecretHash state) {
    return Base64Url.encode(verifiers.vouch(state.bytes()));
  }

  /** What the browser takes along to the other service. */
  public record Attempt(Secret state, CodeChallenge challenge) {}
}
