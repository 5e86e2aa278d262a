package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.TokenRequest;
import com.astraof.oauth2.core.token.TokenIssuer;
import java.time.Instant;

/**
 * Gives an application a token for itself. It tells who the application is and opens nothing of any
 * user; nothing is written.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749 §4.4</a>
 */
public final class OwnTokenExchange {
  private final TokenIssuer tokens;

  public OwnTokenExchange(TokenIssuer tokens) {
    this.tokens = tokens;
  }

  TokenOutcome exchange(Requester requester, TokenRequest.Own request, Instant now) {
    if (!requester.application().isConfidential()) {
      return refused(
          Code.UNAUTHORIZED_CLIENT,
          "A public application cannot prove who it is, so it gets no token for itself.");
    }
    if (request.scope() != null) {
      return refused(
          Code.INVALID_SCOPE,
          "Scopes open what is a user's, and no user is here. Leave scope out, or let a user"
              + " approve it.");
    }
    var own = tokens.issueOwn(requester.application().id(), requester.key(), now);
    return new TokenOutcome.Issued(own, null);
  }

  private static TokenOutcome refused(Code code, String description) {
    return new TokenOutcome.Refused(OAuthError.of(code, description));
  }
}
