package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.protocol.Scopes;
import java.time.Instant;

/** Grant in, tokens out. Looks nothing up and stores nothing. */
public final class TokenIssuer {
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;

  public TokenIssuer(AccessTokens accessTokens, RefreshTokens refreshTokens) {
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
  }

  /**
   * @param scopes of the access token: the grant's or fewer
   */
  public IssuedTokens issue(Grant grant, Scopes scopes, Instant now) {
    return new IssuedTokens(
        accessTokens.mint(grant, scopes, now),
        accessTokens.lifetime(),
        refreshTokens.of(grant),
        scopes);
  }
}
