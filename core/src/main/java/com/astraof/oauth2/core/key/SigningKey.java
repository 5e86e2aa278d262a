package com.astraof.oauth2.core.key;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A key that signs access tokens: ES256 (RFC 7518 §3.4).
 *
 * @param jwk private and public part; its {@code kid} is the key's RFC 7638 thumbprint
 */
public record SigningKey(ECKey jwk, Instant createdAt) {
  public String id() {
    return jwk.getKeyID();
  }

  @Override
  public String toString() {
    return "SigningKey[" + id() + "]";
  }
}
