package com.astraof.oauth2.server.picture;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pictures as the API carries them: a data URI (RFC 2397), or the bare base64. */
public final class PictureText {
  private static final Pattern DATA_URI = Pattern.compile("data:[a-z]+/[a-z0-9.+-]+;base64,");

  private PictureText() {}

  /**
   * The bytes; what the text says of their type is not believed, only what they are. Empty when it
   * is not base64.
   */
  public static Optional<byte[]> bytes(String text) {
    var prefix = DATA_URI.matcher(text);
    String base64 = prefix.lookingAt() ? text.substring(prefix.end()) : text;
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
