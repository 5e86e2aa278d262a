package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.PresentedCredential.Assertion;
import com.astraof.oauth2.core.key.Signatures;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JWT by which a client says who it is, as far as it can be read. Nothing in it has been believed
 * yet; what it names for keys to be found elsewhere ({@code jku}, {@code x5u}, {@code jwk}) nobody
 * looks at.
 *
 * @param audience as it was written: a string, a list, or null
 */
record ClientAssertion(SignedJWT jwt, JWTClaimsSet claims, @Nullable Object audience) {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Set<JOSEObjectType> TYPES =
      Set.of(JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"));

  /** Usual ones have some 600 characters; what is longer is not worth parsing. */
  private static final int LONGEST = 4_096;

  static Reading read(Assertion presented) {
    if (!presented.type().equals(TYPE)) {
      return new Reading.Unreadable("client_assertion_type must be " + TYPE + ".");
    }
    String text = presented.text().expose();
    if (text.length() > LONGEST) {
      return new Reading.Unreadable(
          "The client_assertion has more than " + LONGEST + " characters.");
    }
    try {
      return read(SignedJWT.parse(text));
    } catch (ParseException | RuntimeException e) {
      // The parser stumbles over some texts, such as a header of "null", instead of refusing them.
      return new Reading.Unreadable("The client_assertion is not a signed JWT.");
    }
  }

  private static Reading read(SignedJWT jwt) throws ParseException {
    JWSHeader header = jwt.getHeader();
    if (!Signatures.ALGORITHMS.contains(header.getAlgorithm().getName())) {
      return new Reading.Unreadable(
          "The client_assertion must be signed by ES256, PS256, RS256 or EdDSA.");
    }
    if (header.getType() != null && !TYPES.contains(header.getType())) {
      return new Reading.Unreadable(
          "The typ of the client_assertion must be JWT or client-authentication+jwt.");
    }
    if (header.getCriticalParams() != null) {
      return new Reading.Unreadable("The client_assertion has a crit header: leave it out.");
    }
    Object audience = jwt.getPayload().toJSONObject().get("aud");
    var claims = jwt.getJWTClaimsSet();
    return new Reading.Read(new ClientAssertion(jwt, claims, audience));
  }

  JWSAlgorithm algorithm() {
    return jwt.getHeader().getAlgorithm();
  }

  /** Who it says it is about; empty when it does not say. */
  String subject() {
    return claims.getSubject() == null ? "" : claims.getSubject();
  }

  /** An assertion, or why there is none. */
  sealed interface Reading {
    record Read(ClientAssertion assertion) implements Reading {}

    /**
     * @param why a sentence for the client's developer
     */
    record Unreadable(String why) implements Reading {}
  }
}
