package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.token.AccessToken;
import com.astraof.oauth2.core.token.AccessTokens;
import com.astraof.oauth2.core.token.RefreshTokens;
import com.astraof.oauth2.core.token.RefreshTokens.Claim;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells an application about its own tokens. One that is unknown, expired, revoked or another
 * application's is not active, and nothing more is said.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2">RFC 7662 §2</a>
 */
public final class Introspection {
  private final RefreshTokens refreshTokens;
  private final AccessTokens accessTokens;
  private final GrantStore grants;
  private final Endings endings;
  private final Lifetimes lifetimes;

  public Introspection(
      RefreshTokens refreshTokens,
      AccessTokens accessTokens,
      GrantStore grants,
      Endings endings,
      Lifetimes lifetimes) {
    this.refreshTokens = refreshTokens;
    this.accessTokens = accessTokens;
    this.grants = grants;
    this.endings = endings;
    this.lifetimes = lifetimes;
  }

  /** Empty for a token that is not active. */
  public Optional<Active> of(Application application, Secret token, Instant now) {
    return accessTokens
        .verify(token, now)
        .filter(access -> access.application().equals(application.id()))
        .filter(access -> !endings.reach(access, now))
        .map(Introspection::active)
        .or(() -> refresh(application, token, now));
  }

  private static Active active(AccessToken token) {
    return new Active(
        token.user(), token.scopes(), token.life(), token.key(), token.approval().authentication());
  }

  private Optional<Active> refresh(Application application, Secret token, Instant now) {
    Claim claim = refreshTokens.read(token).orElse(null);
    if (claim == null || !claim.application().equals(application.id())) {
      return Optional.empty();
    }
    return grants
        .find(claim.grant())
        .filter(grant -> grant.generation() == claim.generation())
        .filter(grant -> !grant.life().openedAt().isBefore(application.oversight().validFrom()))
        .filter(grant -> !grant.isRevoked() && !grant.isExpired(lifetimes, now))
        .map(grant -> active(grant, claim));
  }

  private Active active(Grant grant, Claim claim) {
    return new Active(
        grant.user(), grant.scopes(), life(grant), claim.key(), grant.approval().authentication());
  }

  private AccessToken.Life life(Grant grant) {
    return new AccessToken.Life(grant.life().renewedAt(), grant.expiresAt(lifetimes));
  }

  /**
   * What is so of an active token.
   *
   * @param user whom it is for; the application's bot where it is the application's own
   * @param key that must be proved to use it; null for none
   * @param authentication how the user was signed in who let the application in; null where nobody
   *     did
   */
  public record Active(
      UserId user,
      Scopes scopes,
      AccessToken.Life life,
      @Nullable Thumbprint key,
      @Nullable Authentication authentication) {}
}
