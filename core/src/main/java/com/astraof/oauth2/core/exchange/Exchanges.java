package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.TokenRequest;

/** Leads an authenticated application's token request to the class for its grant type. */
public final class Exchanges {
  private final AuthorizationCodeExchange codes;
  private final RefreshExchange refreshes;

  public Exchanges(AuthorizationCodeExchange codes, RefreshExchange refreshes) {
    this.codes = codes;
    this.refreshes = refreshes;
  }

  public TokenOutcome exchange(Application application, TokenRequest request, Act act) {
    return switch (request) {
      case TokenRequest.Code code -> codes.exchange(application, code, act);
      case TokenRequest.Refresh refresh -> refreshes.exchange(application, refresh, act);
      case TokenRequest.Unsupported() ->
          new TokenOutcome.Refused(
              OAuthError.of(
                  OAuthError.Code.UNSUPPORTED_GRANT_TYPE,
                  "grant_type must be authorization_code or refresh_token."));
    };
  }
}
