package com.astraof.oauth2.core.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Vouches for bytes that may be read by anyone: {@code version, key id, statement, HMAC-SHA-256}.
 * The same statement gets the same bytes for as long as the master key stays the same.
 */
public final class Authenticator {
  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 2;
  private static final int MAC_BYTES = 32;

  private final PurposeKeys keys;

  public Authenticator(MasterKeys masters, String purpose) {
    this.keys = masters.derive(purpose);
  }

  public byte[] vouch(byte[] statement) {
    byte[] body =
        ByteBuffer.allocate(HEADER_BYTES + statement.length)
            .put(VERSION)
            .put(keys.currentId())
            .put(statement)
            .array();
    return ByteBuffer.allocate(body.length + MAC_BYTES)
        .put(body)
        .put(mac(keys.current(), body))
        .array();
  }

  /** The statement, or empty for whatever this installation did not vouch for. */
  public Optional<byte[]> verify(byte[] vouched) {
    if (vouched.length < HEADER_BYTES + MAC_BYTES || vouched[0] != VERSION) {
      return Optional.empty();
    }
    return keys.named(vouched[1]).flatMap(key -> verify(vouched, key));
  }

  private static Optional<byte[]> verify(byte[] vouched, SecretKey key) {
    byte[] body = Arrays.copyOf(vouched, vouched.length - MAC_BYTES);
    byte[] mac = Arrays.copyOfRange(vouched, body.length, vouched.length);
    if (!MessageDigest.isEqual(mac, mac(key, body))) {
      return Optional.empty();
    }
    return Optional.of(Arrays.copyOfRange(body, HEADER_BYTES, body.length));
  }

  private static byte[] mac(SecretKey key, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
