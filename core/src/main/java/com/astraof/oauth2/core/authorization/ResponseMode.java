package com.astraof.oauth2.core.authorization;

import java.util.Locale;
import java.util.Optional;

/**
 * How the browser carries the answer to the app. There is no fragment: what stands in one is read
 * by scripts.
 *
 * @see <a href="https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html">OAuth 2.0
 *     Multiple Response Type Encoding Practices §2.1</a>
 * @see <a href="https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html">OAuth 2.0 Form
 *     Post Response Mode</a>
 */
public enum ResponseMode {
  QUERY,
  FORM_POST;

  static Optional<ResponseMode> named(String wire) {
    for (ResponseMode mode : values()) {
      if (mode.wire().equals(wire)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /** The name that travels in {@code response_mode}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
