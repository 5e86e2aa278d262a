package com.astraof.oauth2.core.key;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Arrays;
import java.util.Optional;

/**
 * The algorithms that may sign access tokens. A key has one of them for life, and no token by
 * another is accepted under it (RFC 8725 §3.1).
 */
public enum SigningAlgorithm {
  /** ECDSA on P-256 (RFC 7518 §3.4). */
  ES256("ES256", 64),

  /** RSA with 2048 bits, PKCS #1 v1.5 (RFC 7518 §3.3). */
  RS256("RS256", 256),

  /** Ed25519 (RFC 8037 §3.1). */
  EDDSA("EdDSA", 64);

  private final String wire;
  private final int signatureBytes;

  SigningAlgorithm(String wire, int signatureBytes) {
    this.wire = wire;
    this.signatureBytes = signatureBytes;
  }

  /** By the name that tokens and key sets know it by. */
  public static Optional<SigningAlgorithm> named(String wire) {
    return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
  }

  /** As in a token's header: {@code EdDSA}. */
  public String wire() {
    return wire;
  }

  public JWSAlgorithm jws() {
    return JWSAlgorithm.parse(wire);
  }

  int signatureBytes() {
    return signatureBytes;
  }
}
