package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.TokenRequest;

/** Leads an authenticated application's token request to the class for its grant type. */
public final class Exchanges {
  private final AuthorizationCodeExchange codes;
  private final RefreshExchange refreshes;
  private final DeviceCodeExchange devices;

  public Exchanges(
      AuthorizationCodeExchange codes, RefreshExchange refreshes, DeviceCodeExchange devices) {
    this.codes = codes;
    this.refreshes = refreshes;
    this.devices = devices;
  }

  public TokenOutcome exchange(Application application, TokenRequest request, Act act) {
    return switch (request) {
      case TokenRequest.Code code -> codes.exchange(application, code, act);
      case TokenRequest.Refresh refresh -> refreshes.exchange(application, refresh, act);
      case TokenRequest.Device device -> devices.exchange(application, device, act);
      case TokenRequest.Unsupported() ->
          new TokenOutcome.Refused(
              OAuthError.of(
                  OAuthError.Code.UNSUPPORTED_GRANT_TYPE,
                  "grant_type must be authorization_code, refresh_token or "
                      + TokenRequest.DEVICE_CODE
                      + "."));
    };
  }
}
