package com.astraof.oauth2.core.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How a client assertion may be signed: with a private key, whose public half cannot sign.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3.1">RFC 8725 §3.1</a>
 */
public enum AssertionAlgorithm {
  ES256("ES256", ECKey.class),
  PS256("PS256", RSAKey.class),
  /** Not under FAPI 2.0 (§5.4.1): its padding is older than its proofs. */
  RS256("RS256", RSAKey.class),
  EDDSA("EdDSA", OctetKeyPair.class),
  /** The same under its newer name (RFC 9864 §2.2). */
  ED25519("Ed25519", OctetKeyPair.class);

  /** What DER writes in front of the 32 bytes of such a key (RFC 8410 §4). */
  private static final byte[] ED25519_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String wire;
  private final Class<? extends JWK> keys;

  AssertionAlgorithm(String wire, Class<? extends JWK> keys) {
    this.wire = wire;
    this.keys = keys;
  }

  static Optional<AssertionAlgorithm> named(String wire) {
    for (AssertionAlgorithm algorithm : values()) {
      if (algorithm.wire.equals(wire)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** As headers and metadata have it. */
  public String wire() {
    return wire;
  }

  /** Whether a key is of this algorithm, and not declared to be of another. */
  boolean fits(JWK key) {
    return keys.isInstance(key)
        && (key.getAlgorithm() == null || key.getAlgorithm().getName().equals(wire));
  }

  /**
   * Whether the key has signed it.
   *
   * @param key one that {@link #fits}
   */
  static boolean verify(SignedJWT jwt, JWK key) {
    try {
      return switch (key) {
        case ECKey ec -> jwt.verify(new ECDSAVerifier(ec));
        case RSAKey rsa -> jwt.verify(new RSASSAVerifier(rsa));
        case OctetKeyPair pair -> verifyEd25519(jwt, pair);
        default -> false;
      };
    } catch (JOSEException | GeneralSecurityException e) {
      return false;
    }
  }

  /** By the JDK, which has it: the JOSE library would want another library for it. */
  private static boolean verifyEd25519(SignedJWT jwt, OctetKeyPair pair)
      throws GeneralSecurityException {
    if (!pair.getCurve().equals(Curve.Ed25519)) {
      return false;
    }
    var encoded = new ByteArrayOutputStream();
    encoded.writeBytes(ED25519_KEY);
    encoded.writeBytes(pair.getDecodedX());
    var spec = new X509EncodedKeySpec(encoded.toByteArray());
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
    signature.update(jwt.getSigningInput());
    return signature.verify(jwt.getSignature().decode());
  }
}
