package com.astraof.oauth2.core.grant;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import java.util.Arrays;
import java.util.Optional;

/** 128 random bits: chosen when a code is sealed, born when it is exchanged. */
public final class GrantId {
  public static final int BYTES = 16;

  private final byte[] bytes;

  /**
   * @param bytes exactly 16
   */
  public GrantId(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A grant id has 16 bytes");
    }
    this.bytes = bytes.clone();
  }

  public static GrantId generate(Entropy entropy) {
    return new GrantId(entropy.bytes(BYTES));
  }

  /** Reads {@link #toString()} back; empty for anything else. */
  public static Optional<GrantId> parse(String text) {
    return Base64Url.decode(text).filter(bytes -> bytes.length == BYTES).map(GrantId::new);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GrantId id && Arrays.equals(bytes, id.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return Base64Url.encode(bytes);
  }
}
