package com.astraof.oauth2.core.key;

import com.nimbusds.jose.jwk.JWK;
import java.security.Provider;
import org.jspecify.annotations.Nullable;

/** A key that signs access tokens, opened and ready. */
public final class SigningKey {
  private final JWK jwk;
  private final SigningAlgorithm algorithm;
  private final Pen pen;

  /**
   * @param jwk private and public part; its {@code kid} is the key's RFC 7638 thumbprint
   * @param provider does the work; null for the JDK's own
   */
  SigningKey(JWK jwk, SigningAlgorithm algorithm, @Nullable Provider provider) {
    this.jwk = jwk;
    this.algorithm = algorithm;
    this.pen = new Pen(algorithm, KeyPairs.open(jwk, provider), provider);
  }

  public String id() {
    return jwk.getKeyID();
  }

  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  public byte[] sign(byte[] input) {
    return pen.sign(input);
  }

  /** Never throws on foreign bytes. */
  public boolean verifies(byte[] input, byte[] signature) {
    return pen.verifies(input, signature);
  }

  /** The public half (RFC 7517 §9.2). */
  public JWK published() {
    return jwk.toPublicJWK();
  }

  /** The whole key, for whoever seals it. */
  JWK jwk() {
    return jwk;
  }

  @Override
  public String toString() {
    return "SigningKey[" + id() + "]";
  }
}
