package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.secret.Base64Url;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
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
  public static final List<String> ALGORITHMS =
      List.of("ES256", "PS256", "RS256", "EdDSA", "Ed25519");

  private static final int WEAKEST_RSA_BITS = 2_048;
  private static final int STRONGEST_RSA_BITS = 4_096;
  private static final Set<JWSAlgorithm> OF_RSA = Set.of(JWSAlgorithm.PS256, JWSAlgorithm.RS256);

  /** One algorithm by its older name and its newer one (RFC 9864 §2.2). */
  private static final Set<JWSAlgorithm> OF_ED25519 =
      Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

  private Signatures() {}

  /**
   * Whether the key made it, by an algorithm that the key is meant for. No algorithm without a
   * public key is ever one.
   *
   * @param key anything that came along: one of another kind or too weak fits nothing
   */
  public static boolean fits(SignedJWT jwt, JWK key) throws JOSEException {
    if (key.isPrivate() || !isStrong(key) || !isMeantFor(key, jwt.getHeader().getAlgorithm())) {
      return false;
    }
    return switch (key) {
      case ECKey ec -> jwt.verify(new ECDSAVerifier(ec));
      case RSAKey rsa -> jwt.verify(new RSASSAVerifier(rsa));
      case OctetKeyPair pair -> Ed25519.verifies(jwt, pair);
      default -> false;
    };
  }

  /** Whether a key is of an algorithm, and not declared to be of another. */
  public static boolean isMeantFor(JWK key, JWSAlgorithm algorithm) {
    var declared = key.getAlgorithm();
    if (declared != null && !declared.getName().equals(algorithm.getName())) {
      return false;
    }
    return switch (key) {
      case ECKey _ -> algorithm.equals(JWSAlgorithm.ES256);
      case RSAKey _ -> OF_RSA.contains(algorithm);
      case OctetKeyPair _ -> OF_ED25519.contains(algorithm);
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
      case OctetKeyPair pair -> pair.getCurve().equals(Curve.Ed25519);
      default -> false;
    };
  }

  private static boolean isStrong(RSAKey key) {
    int bits = key.getModulus().decodeToBigInteger().bitLength();
    return bits >= WEAKEST_RSA_BITS && bits <= STRONGEST_RSA_BITS;
  }
}
