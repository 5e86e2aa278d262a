package com.astraof.oauth2.core.application;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client assertion must say, whoever has signed it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523 §3</a>
 */
final class AssertionRules {
  /** FAPI 2.0 (§5.3.2.1): 10 seconds are accepted, more than 60 are not. */
  static final Duration SKEW = Duration.ofSeconds(30);

  /** It is remembered until it expires, so that it works once. */
  static final Duration LONGEST_LIFE = Duration.ofHours(1);

  private static final int LONGEST_ID = 256;

  private final String issuer;
  private final Set<String> addresses;

  /**
   * @param issuer ours
   * @param endpoints by whose addresses we may be called as well
   */
  AssertionRules(String issuer, Set<String> endpoints) {
    this.issuer = issuer;
    this.addresses = Set.copyOf(endpoints);
  }

  /** What is wrong with it, and what to do; empty for one that may be believed once verified. */
  Optional<String> problemWith(
      ClientAssertion assertion, String clientId, boolean strictly, Instant now) {
    if (strictly && assertion.algorithm().equals(JWSAlgorithm.RS256)) {
      return Optional.of("RS256 is not for FAPI 2.0: sign by PS256, ES256 or EdDSA.");
    }
    JWTClaimsSet claims = assertion.claims();
    if (!clientId.equals(claims.getIssuer()) || !clientId.equals(claims.getSubject())) {
      return Optional.of("The iss and sub of the client_assertion must both be the client_id.");
    }
    return problemWithAudience(assertion.audience(), strictly)
        .or(() -> problemWithTime(claims, now))
        .or(() -> problemWithId(claims.getJWTID()));
  }

  /** One audience alone: an assertion for several could be used at each by any other. */
  private Optional<String> problemWithAudience(@Nullable Object audience, boolean strictly) {
    boolean isIssuer = issuer.equals(audience);
    if (strictly && !isIssuer) {
      return Optional.of("With FAPI 2.0 the aud is one string, the issuer " + issuer + ".");
    }
    boolean isOurs = isIssuer || isEndpoint(audience);
    boolean isOursAlone =
        audience instanceof List<?> list
            && list.size() == 1
            && (issuer.equals(list.getFirst()) || isEndpoint(list.getFirst()));
    return isOurs || isOursAlone
        ? Optional.empty()
        : Optional.of(
            "The aud of the client_assertion must be the issuer "
                + issuer
                + " or the endpoint, and nobody else.");
  }

  private boolean isEndpoint(@Nullable Object audience) {
    return audience instanceof String text && addresses.contains(text);
  }

  private static Optional<String> problemWithTime(JWTClaimsSet claims, Instant now) {
    Date expiresAt = claims.getExpirationTime();
    if (expiresAt == null || !now.isBefore(expiresAt.toInstant())) {
      return Optional.of("The client_assertion has expired, or has no exp: sign a new one.");
    }
    if (expiresAt.toInstant().isAfter(now.plus(LONGEST_LIFE))) {
      return Optional.of(
          "The exp of the client_assertion is more than an hour ahead: a minute will do.");
    }
    return isAhead(claims.getNotBeforeTime(), now) || isAhead(claims.getIssueTime(), now)
        ? Optional.of("The client_assertion is of the future: check the clock that signs it.")
        : Optional.empty();
  }

  private static boolean isAhead(@Nullable Date time, Instant now) {
    return time != null && time.toInstant().isAfter(now.plus(SKEW));
  }

  private static Optional<String> problemWithId(@Nullable String id) {
    return id == null || id.isEmpty() || id.length() > LONGEST_ID
        ? Optional.of("The client_assertion needs a jti of 1 to " + LONGEST_ID + " characters.")
        : Optional.empty();
  }
}
