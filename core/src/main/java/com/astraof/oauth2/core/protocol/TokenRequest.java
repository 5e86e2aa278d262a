package com.astraof.oauth2.core.protocol;

import com.astraof.oauth2.core.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of the token endpoint, without its credentials.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749 §4.1.3, §4.4.2 and
 *     §6</a>
 */
public sealed interface TokenRequest {
  /** The grant type of RFC 8628 §3.4. */
  String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

  /**
   * Reads the form.
   *
   * @throws MalformedRequest when a parameter is missing, repeated or of the wrong shape
   */
  static TokenRequest parse(Parameters form) {
    return switch (form.withoutRepetition().required("grant_type")) {
      case "authorization_code" ->
          new Code(
              new Secret(form.required("code")),
              form.optional("redirect_uri").orElse(null),
              verifier(form));
      case "refresh_token" ->
          new Refresh(
              new Secret(form.required("refresh_token")), form.optional("scope").orElse(null));
      case "client_credentials" -> new Own(form.optional("scope").orElse(null));
      case DEVICE_CODE -> new Device(new Secret(form.required("device_code")));
      default -> new Unsupported();
    };
  }

  private static @Nullable String verifier(Parameters form) {
    String verifier = form.optional("code_verifier").orElse(null);
    if (verifier != null && !CodeChallenge.isVerifier(verifier)) {
      throw new MalformedRequest(
          "code_verifier must have 43 to 128 characters of A-Z a-z 0-9 - . _ ~ (RFC 7636 §4.1).");
    }
    return verifier;
  }

  /** {@code grant_type=authorization_code}. */
  record Code(Secret code, @Nullable String redirectUri, @Nullable String codeVerifier)
      implements TokenRequest {
    /** Without the verifier, which is a secret until it is used. */
    @Override
    public String toString() {
      return "Code[…]";
    }
  }

  /** {@code grant_type=refresh_token}; the scope may only narrow the access token. */
  record Refresh(Secret refreshToken, @Nullable String scope) implements TokenRequest {}

  /** {@code grant_type=client_credentials}: for the application itself. */
  record Own(@Nullable String scope) implements TokenRequest {}

  /** A device asks how its authorization stands. */
  record Device(Secret deviceCode) implements TokenRequest {}

  /** A grant type that does not exist here. */
  record Unsupported() implements TokenRequest {}
}
