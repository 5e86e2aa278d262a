package com.astraof.oauth2.core.protocol;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PKCE challenge by S256, the only method there is here: the SHA-256 of a verifier that the app
 * keeps until the exchange.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.2">RFC 7636 §4.2</a>
 */
public record CodeChallenge(String value) {
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  /** Empty unless it is the base64url of 32 bytes. */
  public static Optional<CodeChallenge> parse(String text) {
    return Base64Url.decode(text)
        .filter(bytes -> bytes.length == 32)
        .map(bytes -> new CodeChallenge(text));
  }

  /** RFC 7636 §4.1: 43 to 128 unreserved characters. */
  public static boolean isVerifier(String text) {
    return VERIFIER.matcher(text).matches();
  }

  /** RFC 7636 §4.2. */
  public static CodeChallenge of(String verifier) {
    byte[] hash = Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII));
    return new CodeChallenge(Base64Url.encode(hash));
  }

  /** Compares in constant time (RFC 7636 §4.6). */
  public boolean matches(String verifier) {
    return MessageDigest.isEqual(
        of(verifier).value.getBytes(StandardCharsets.US_ASCII),
        value.getBytes(StandardCharsets.US_ASCII));
  }
}
