package com.astraof.oauth2.core.secret;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The SHA-256 of a random secret of at least 128 bits. Fit for client secrets, bot tokens and
 * session tokens, which cannot be guessed; human passwords need {@code PasswordHasher}.
 */
public final class SecretHash {
  private static final int BYTES = 32;

  private final byte[] bytes;

  public SecretHash(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A SHA-256 has 32 bytes");
    }
    this.bytes = bytes.clone();
  }

  public static SecretHash of(Secret secret) {
    return new SecretHash(Sha256.of(secret.bytes()));
  }

  /** Reads {@link #text()} back; a text of another form is a corrupt store. */
  public static SecretHash parse(String text) {
    return new SecretHash(Base64Url.decode(text).orElseThrow());
  }

  /** Reads {@link #text()} back, as it came from a client; empty for anything else. */
  public static Optional<SecretHash> read(String text) {
    return Base64Url.decode(text).filter(bytes -> bytes.length == BYTES).map(SecretHash::new);
  }

  /** Base64url without padding, 43 characters. */
  public String text() {
    return Base64Url.encode(bytes);
  }

  public boolean matches(Secret candidate) {
    return MessageDigest.isEqual(bytes, Sha256.of(candidate.bytes()));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretHash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SecretHash[…]";
  }
}
