package com.astraof.oauth2.core.factor;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Base32 without padding, as authenticator apps take their secrets.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648 §6</a>
 */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = (held << Byte.SIZE) | (b & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt((held >>> bits) & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((held << (BITS - bits)) & 31));
    }
    return text.toString();
  }

  /** Empty for anything else; capitals, spaces, dashes and padding do not matter. */
  static Optional<byte[]> decode(String text) {
    String bare = text.replaceAll("[\\s-]|=+$", "").toUpperCase(Locale.ROOT);
    var bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (int i = 0; i < bare.length(); i++) {
      int value = ALPHABET.indexOf(bare.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      held = ((held << BITS) | value) & 0xfff;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.write(held >>> bits);
      }
    }
    return Optional.of(bytes.toByteArray());
  }
}
