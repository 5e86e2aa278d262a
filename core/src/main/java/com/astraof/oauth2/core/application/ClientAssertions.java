package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.PublishedKeys.Found;
import com.astraof.oauth2.core.key.Signatures;
import com.astraof.oauth2.core.once.OnceStore;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges client assertions ({@code private_key_jwt}): by what they say, then by who signed them,
 * and at last by whether they came before. Using one up is the only write, and it happens to
 * genuine ones alone, so that nobody uses up another's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523 §3</a>
 */
public final class ClientAssertions {
  /** How far behind another node's clock may be, which would believe it for so much longer. */
  private static final Duration LINGER = Duration.ofMinutes(1);

  private final AssertionRules rules;
  private final PublishedKeys published;
  private final OnceStore once;

  /**
   * @param issuer ours
   * @param endpoints whose addresses will do as an audience, too
   */
  public ClientAssertions(
      String issuer, Set<String> endpoints, PublishedKeys published, OnceStore once) {
    this.rules = new AssertionRules(issuer, endpoints);
    this.published = published;
    this.once = once;
  }

  /** Why it does not authenticate the application; empty when it does, this once. */
  Optional<String> problemWith(ClientAssertion assertion, Application application, Instant now) {
    if (!application.isConfidential()) {
      return Optional.of("A public application authenticates by its client_id alone.");
    }
    return rules
        .problemWith(assertion, application.clientId(), application.demands(Demand.FAPI), now)
        .or(() -> problemWithSignature(assertion, application.client().keys(), now))
        .or(() -> problemWithReplay(assertion, application, now));
  }

  private Optional<String> problemWithSignature(
      ClientAssertion assertion, ClientKeys keys, Instant now) {
    Predicate<JWK> fits = key -> fits(key, assertion);
    return switch (keys) {
      case ClientKeys.None() ->
          Optional.of("The application has no keys: register its jwks or jwks_uri.");
      case ClientKeys.Registered registered -> problemWithSignature(assertion, registered.keys());
      case ClientKeys.Published(var at) ->
          switch (published.at(at, fits, now)) {
            case Found.Keys(var found) -> problemWithSignature(assertion, found);
            case Found.Unreachable(var why) ->
                Optional.of("The keys at jwks_uri cannot be fetched: " + why + ".");
          };
    };
  }

  private static boolean fits(JWK key, ClientAssertion assertion) {
    @Nullable String name = assertion.jwt().getHeader().getKeyID();
    return Signatures.isMeantFor(key, assertion.algorithm())
        && (name == null || name.equals(key.getKeyID()));
  }

  private static Optional<String> problemWithSignature(ClientAssertion assertion, List<JWK> keys) {
    var fitting = keys.stream().filter(key -> fits(key, assertion)).toList();
    if (fitting.isEmpty()) {
      return Optional.of("No key of the application has this kid and alg.");
    }
    if (fitting.size() > 1) {
      return Optional.of("Several keys of the application fit: name one in the kid header.");
    }
    return isSignedBy(fitting.getFirst(), assertion)
        ? Optional.empty()
        : Optional.of("The signature of the client_assertion is wrong.");
  }

  private static boolean isSignedBy(JWK key, ClientAssertion assertion) {
    try {
      return Signatures.fits(assertion.jwt(), key);
    } catch (JOSEException e) {
      return false;
    }
  }

  private Optional<String> problemWithReplay(
      ClientAssertion assertion, Application application, Instant now) {
    String what = "assertion " + application.id() + " " + assertion.claims().getJWTID();
    Instant until = assertion.claims().getExpirationTime().toInstant().plus(LINGER);
    return once.spend(what, until, now)
        ? Optional.empty()
        : Optional.of("This jti was used before: each client_assertion works once.");
  }
}
