package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
  public IssuedTokens issue(Grant grant, Scopes scopes, TokenBinding binding, Instant now) {
    return new IssuedTokens(
        accessTokens.mint(grant, scopes, binding.access(), now),
        binding.access() != null,
        accessTokens.lifetime(),
        refreshTokens.of(grant, binding.refresh()),
        scopes);
  }

  /**
   * For the application itself: nobody's approval, no scope, and no refresh token.
   *
   * @param key that must be proved to use it; null for none
   */
  public IssuedTokens issueOwn(ApplicationId application, @Nullable Thumbprint key, Instant now) {
    Secret token = accessTokens.mintOwn(application, key, now);
    return new IssuedTokens(token, key != null, accessTokens.lifetime(), null, Scopes.NONE);
  }
}
