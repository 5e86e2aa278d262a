package com.astraof.oauth2.core.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A password, client secret or token in clear. It cannot be printed, is compared in constant time,
 * and gives its text only to whoever says {@link #expose()}.
 */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The text itself: for hashing, for the one answer that shows it, and for nothing else. */
  public String expose() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  @Override
  public int hashCode() {
    return SecretHash.of(this).hashCode();
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }

  byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
