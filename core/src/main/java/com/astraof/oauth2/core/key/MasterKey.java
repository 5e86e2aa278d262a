package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one key that everything secret of an installation hangs off: 256 bits, kept outside the
 * database. Each purpose gets a key of its own (HKDF, RFC 5869), so that no two uses can be played
 * against each other.
 */
public final class MasterKey {
  private static final int BYTES = 32;

  private final byte[] key;

  private MasterKey(byte[] key) {
    this.key = key;
  }

  public static MasterKey generate(Entropy entropy) {
    return new MasterKey(entropy.bytes(BYTES));
  }

  /** Reads {@link #expose()}; empty for anything but 43 characters of base64url. */
  public static Optional<MasterKey> parse(String text) {
    return Base64Url.decode(text).filter(key -> key.length == BYTES).map(MasterKey::new);
  }

  /** The key as text, for the file that keeps it. */
  public String expose() {
    return Base64Url.encode(key);
  }

  /** A first byte by which an envelope of another key is told apart before any cryptography. */
  byte id() {
    return Sha256.of(key)[0];
  }

  /** A 256-bit key for one purpose. */
  SecretKey derive(String purpose) {
    byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
    return new SecretKeySpec(Hkdf.derive(key, new byte[0], info, BYTES), "HKDF");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MasterKey master && MessageDigest.isEqual(key, master.key);
  }

  @Override
  public int hashCode() {
    return id();
  }

  @Override
  public String toString() {
    return "MasterKey[…]";
  }
}
