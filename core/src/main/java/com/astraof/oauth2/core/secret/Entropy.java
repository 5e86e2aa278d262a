package com.astraof.oauth2.core.secret;

/** Where chance comes from. The composition root hands in a cryptographically strong source. */
public interface Entropy {
  byte[] bytes(int count);

  /** Uniform in {@code [0, bound)}. */
  int below(int bound);

  /** A new secret of 256 bits: 43 characters of base64url (contract 1.2). */
  default Secret newSecret() {
    return new Secret(Base64Url.encode(bytes(32)));
  }
}
