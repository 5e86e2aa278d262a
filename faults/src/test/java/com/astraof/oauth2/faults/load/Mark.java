package com.astraof.oauth2.faults.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A short name for a long token, by which it can be told from others and not be used. */
final class Mark {
  private static final int LENGTH = 10;

  private Mark() {}

  static String of(String token) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
