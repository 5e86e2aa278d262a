package com.astraof.oauth2.core.dpop;

import com.astraof.oauth2.core.key.Signatures;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a proof says, once its signature fits the key that it brings along.
 *
 * @param key that signed it
 * @param htm the method that it was made for
 * @param htu the address that it was made for
 * @param tokenHash of the access token that it goes with ({@code ath}); null for none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.2">RFC 9449 §4.2</a>
 */
record DpopProof(
    Thumbprint key,
    String htm,
    String htu,
    Id id,
    @Nullable String tokenHash,
    Optional<String> nonce) {
  private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

  /** One with an RSA key of 4096 bits has about 2,000 characters. */
  private static final int LONGEST = 4_096;

  private static final int LONGEST_JTI = 256;

  /** {@code jti} and {@code iat}. */
  record Id(String jti, Instant issuedAt) {}

  /** Empty for whatever is not a well-formed proof with a good signature. Never throws. */
  static Optional<DpopProof> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(text);
      JWK key = jwt.getHeader().getJWK();
      return isProof(jwt.getHeader())
              && key != null
              && Signatures.isSpelledStrictly(jwt, text)
              && Signatures.fits(jwt, key)
          ? read(jwt.getJWTClaimsSet(), key)
          : Optional.empty();
    } catch (ParseException | JOSEException | RuntimeException e) {
      // The parser stumbles over some texts instead of refusing them.
      return Optional.empty();
    }
  }

  private static boolean isProof(JWSHeader header) {
    return TYPE.equals(header.getType()) && header.getCriticalParams() == null;
  }

  private static Optional<DpopProof> read(JWTClaimsSet claims, JWK key)
      throws ParseException, JOSEException {
    String jti = claims.getJWTID();
    Date issuedAt = claims.getIssueTime();
    String htm = claims.getStringClaim("htm");
    String htu = claims.getStringClaim("htu");
    boolean isWhole = jti != null && issuedAt != null && htm != null && htu != null;
    if (!isWhole || jti.isEmpty() || jti.length() > LONGEST_JTI) {
      return Optional.empty();
    }
    return Optional.of(
        new DpopProof(
            Thumbprint.of(key.computeThumbprint().decode()),
            htm,
            htu,
            new Id(jti, issuedAt.toInstant()),
            claims.getStringClaim("ath"),
            Optional.ofNullable(claims.getStringClaim("nonce"))));
  }
}
