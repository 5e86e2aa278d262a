package com.astraof.oauth2.core.protocol;

import com.astraof.oauth2.core.secret.Base64Url;
import java.util.Optional;

/**
 * The name of a public key: the base64url of its SHA-256, 43 characters.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7638">RFC 7638</a>
 */
public record Thumbprint(String value) {
  public static final int BYTES = 32;

  /** Empty for anything but the base64url of 32 bytes. */
  public static Optional<Thumbprint> parse(String text) {
    return Base64Url.decode(text)
        .filter(bytes -> bytes.length == BYTES)
        .map(bytes -> new Thumbprint(text));
  }

  public static Thumbprint of(byte[] hash) {
    return new Thumbprint(Base64Url.encode(hash));
  }

  public byte[] bytes() {
    return Base64Url.decode(value).orElseThrow();
  }

  @Override
  public String toString() {
    return value;
  }
}
