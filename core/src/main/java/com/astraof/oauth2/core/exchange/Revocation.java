package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.token.AccessToken;
import com.astraof.oauth2.core.token.AccessTokens;
import com.astraof.oauth2.core.token.RefreshTokens;

/**
 * Gives a token back. Any token of a grant ends the whole grant; a token that is unknown, expired
 * or another application's changes nothing and is answered alike.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2.1">RFC 7009 §2.1</a>
 */
public final class Revocation {
  private final RefreshTokens refreshTokens;
  private final AccessTokens accessTokens;
  private final Endings endings;

  public Revocation(RefreshTokens refreshTokens, AccessTokens accessTokens, Endings endings) {
    this.refreshTokens = refreshTokens;
    this.accessTokens = accessTokens;
    this.endings = endings;
  }

  public void revoke(Application application, Secret token, Act act) {
    refreshTokens
        .read(token)
        .filter(claim -> claim.application().equals(application.id()))
        .ifPresent(claim -> endings.revoke(claim.grant(), RevocationReason.APP_REVOKED, act));
    accessTokens
        .verify(token, act.at())
        .filter(access -> access.application().equals(application.id()))
        .ifPresent(access -> revoke(access, act));
  }

  private void revoke(AccessToken access, Act act) {
    if (access.isOwn()) {
      endings.revokeOwn(access.grant(), access.application(), act);
    } else {
      endings.revoke(access.grant(), RevocationReason.APP_REVOKED, act);
    }
  }
}
