package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.secret.Base64Url;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Set;

/**
 * Signatures that others make, by keys of theirs: by which algorithms, and whether one is good.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3.1">RFC 8725 §3.1</a>
 */
public final class Signatures {
  /** As they travel in metadata and challenges. */
  public static final List<String> ALGORITHMS = List.of("ES256", "PS256", "RS256");

  private static final int WEAKEST_RSA_BITS = 2_048;
  private static final int STRONGEST_RSA_BITS = 4_096;
  private static final Set<JWSAlgorithm> OF_RSA = Set.of(JWSAlgorithm.PS256, JWSAlgorithm.RS256);

  private Signatures() {}

  /**
   * Whether the key made it, by an algorithm that the key is meant for. No algorithm without a
   * public key is ever one.
   *
   * @param key anything that came along: one of another kind or too weak fits nothing
   */
  public static boolean fits(SignedJWT jwt, JWK key) throws JOSEException {
    JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
    if (key.isPrivate() || !isStrong(key)) {
      return false;
    }
    return switch (key) {
      case ECKey ec when algorithm.equals(JWSAlgorithm.ES256) -> jwt.verify(new ECDSAVerifier(ec));
      case RSAKey rsa when OF_RSA.contains(algorithm) -> jwt.verify(new RSASSAVerifier(rsa));
      default -> false;
    };
  }

  /** The parser skips foreign characters: without this, one signature would have many spellings. */
  public static boolean isSpelledStrictly(SignedJWT jwt, String text) {
    return jwt.serialize().equals(text)
        && Base64Url.decode(jwt.getSignature().toString()).isPresent();
  }

  /** Whether it is of a kind and strength that is accepted here. */
  public static boolean isStrong(JWK key) {
    return switch (key) {
      case ECKey ec -> ec.getCurve().equals(Curve.P_256);
      case RSAKey rsa -> isStrong(rsa);
      default -> false;
    };
  }

  private static boolean isStrong(RSAKey key) {
    int bits = key.getModulus().decodeToBigInteger().bitLength();
    return bits >= WEAKEST_RSA_BITS && bits <= STRONGEST_RSA_BITS;
  }
}
