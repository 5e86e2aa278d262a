package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.TokenRequest;

/** Leads an authenticated application's token request to the class for its grant type. */
public final class Exchanges {
  private final AuthorizationCodeExchange codes;
  private final RefreshExchange refreshes;
  private final DeviceCodeExchange devices;
  private final OwnTokenExchange own;

  public Exchanges(
      AuthorizationCodeExchange codes,
      RefreshExchange refreshes,
      DeviceCodeExchange devices,
      OwnTokenExchange own) {
    this.codes = codes;
    this.refreshes = refreshes;
    this.devices = devices;
    this.own = own;
  }

  public TokenOutcome exchange(Requester requester, TokenRequest request, Act act) {
    if (requester.key() == null && requester.application().demands(Demand.DPOP)) {
      return refused(
          Code.INVALID_DPOP_PROOF,
          "This application binds its tokens to a key: send a proof in the header DPoP.");
    }
    return switch (request) {
      case TokenRequest.Code code -> codes.exchange(requester, code, act);
      case TokenRequest.Refresh refresh -> refreshes.exchange(requester, refresh, act);
      case TokenRequest.Device device -> devices.exchange(requester, device, act);
      case TokenRequest.Own wish -> own.exchange(requester, wish, act.at());
      case TokenRequest.Unsupported() ->
          refused(
              Code.UNSUPPORTED_GRANT_TYPE,
              "grant_type must be authorization_code, refresh_token, client_credentials or "
                  + TokenRequest.DEVICE_CODE
                  + ".");
    };
  }

  private static TokenOutcome refused(Code code, String description) {
    return new TokenOutcome.Refused(OAuthError.of(code, description));
  }
}
