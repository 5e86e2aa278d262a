package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.secret.Entropy;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator app and we both know, and the codes that come of it: six digits, a new one
 * every 30 seconds, by HMAC-SHA-1. Apps read no other kind reliably.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public final class TotpSecret {
  static final Duration STEP = Duration.ofSeconds(30);

  private static final int BYTES = 20;
  private static final int LEAST = 10;
  private static final int MOST = 64;
  private static final int DIGITS = 6;

  private final byte[] key;

  TotpSecret(byte[] key) {
    this.key = key.clone();
  }

  public static TotpSecret generate(Entropy entropy) {
    return new TotpSecret(entropy.bytes(BYTES));
  }

  /** Reads Base32 of 10 to 64 bytes; empty for anything else. */
  public static Optional<TotpSecret> parse(String text) {
    return Base32.decode(text)
        .filter(key -> key.length >= LEAST && key.length <= MOST)
        .map(TotpSecret::new);
  }

  /** As someone types it into an app. */
  public String text() {
    return Base32.encode(key);
  }

  /**
   * As an app scans it.
   *
   * @param account whose it is, as the app lists it
   */
  public String address(String issuer, String account) {
    String by = encode(issuer);
    return "otpauth://totp/" + by + ":" + encode(account) + "?secret=" + text() + "&issuer=" + by;
  }

  /**
   * The time step that a code belongs to, with one step of delay or of a fast clock allowed (RFC
   * 6238 §5.2, §6). Empty for a code of none of the three.
   */
  OptionalLong stepOf(String code, Instant now) {
    long current = now.getEpochSecond() / STEP.toSeconds();
    byte[] typed = code.getBytes(StandardCharsets.UTF_8);
    for (long step = current - 1; step <= current + 1; step++) {
      byte[] right = code(step, DIGITS).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, typed)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /** The truncated HMAC of RFC 4226 §5.3. */
  String code(long step, int digits) {
    byte[] hash = hmac(step);
    int offset = hash[hash.length - 1] & 0xf;
    int number = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      number = (number << Byte.SIZE) | (hash[offset + i] & 0xff);
    }
    long shown = (number & 0x7fffffff) % (long) Math.pow(10, digits);
    return String.format(Locale.ROOT, "%0" + digits + "d", shown);
  }

  private byte[] hmac(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA1", e);
    }
  }

  byte[] bytes() {
    return key.clone();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "TotpSecret[…]";
  }
}
