package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.TokenRequest;
import java.time.Instant;

/** Leads an authenticated application's token request to the class for its grant type. */
public final class Exchanges {
  private final AuthorizationCodeExchange codes;
  private final RefreshExchange refreshes;

  public Exchanges(AuthorizationCodeExchange codes, RefreshExchange refreshes) {
    this.codes = codes;
    this.refreshes = refreshes;
  }

  public TokenOutcome exchange(Application application, TokenRequest request, Instant now) {
    return switch (request) {
      case TokenRequest.Code code -> codes.exchange(application, code, now);
      case TokenRequest.Refresh refresh -> refreshes.exchange(application, refresh, now);
      case TokenRequest.Unsupported() ->
          new TokenOutcome.Refused(
              OAuthError.of(
                  OAuthError.Code.UNSUPPORTED_GRANT_TYPE,
                  "grant_type must be authorization_code or refresh_token."));
    };
  }
}
