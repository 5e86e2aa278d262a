package com.astraof.oauth2.core.protocol;

import java.util.Locale;

/**
 * A refusal in the protocol's own words.
 *
 * @param description for the app's developer: what was wrong and what to do; never a secret
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749 §5.2</a>
 */
public record OAuthError(Code code, String description) {
  public static OAuthError of(Code code, String description) {
    return new OAuthError(code, description);
  }

  /**
   * The error codes of RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6, OpenID Connect
   * Core Unmet Authentication Requirements §1, RFC 6750 §3.1, RFC 7591 §3.2.2, RFC 8628 §3.5, RFC
   * 8707 §2 and RFC 9449 §5 and §8, as they travel.
   */
  public enum Code {
    INVALID_REQUEST(400),
    INVALID_CLIENT(401),
    INVALID_GRANT(400),
    INVALID_SCOPE(400),
    UNAUTHORIZED_CLIENT(400),
    UNSUPPORTED_GRANT_TYPE(400),
    UNSUPPORTED_RESPONSE_TYPE(400),
    ACCESS_DENIED(400),
    LOGIN_REQUIRED(400),
    CONSENT_REQUIRED(400),
    INTERACTION_REQUIRED(400),
    UNMET_AUTHENTICATION_REQUIREMENTS(400),
    INVALID_TARGET(400),
    INVALID_DPOP_PROOF(400),
    USE_DPOP_NONCE(400),
    AUTHORIZATION_PENDING(400),
    SLOW_DOWN(400),
    EXPIRED_TOKEN(400),
    INVALID_REDIRECT_URI(400),
    INVALID_CLIENT_METADATA(400),
    UNAPPROVED_SOFTWARE_STATEMENT(400),
    INVALID_TOKEN(401),
    SERVER_ERROR(500),
    TEMPORARILY_UNAVAILABLE(503);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
