package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.token.IssuedTokens;

/** What the token endpoint has to say. */
public sealed interface TokenOutcome {
  record Issued(IssuedTokens tokens) implements TokenOutcome {}

  record Refused(OAuthError error) implements TokenOutcome {}

  static Refused invalidGrant(String description) {
    return new Refused(OAuthError.of(OAuthError.Code.INVALID_GRANT, description));
  }
}
