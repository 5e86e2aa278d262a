package com.astraof.oauth2.core.exchange;

import static com.astraof.oauth2.core.exchange.TokenOutcome.invalidGrant;

import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.grant.GrantStore.Advance;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.RecentPlaces;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.TokenRequest;
import com.astraof.oauth2.core.token.RefreshTokens;
import com.astraof.oauth2.core.token.RefreshTokens.Claim;
import com.astraof.oauth2.core.token.TokenBinding;
import com.astraof.oauth2.core.token.TokenIssuer;
import java.time.Duration;
import java.time.Instant;

/**
 * Exchanges the refresh token of generation n for that of n + 1.
 *
 * <p>One conditional write moves the counter. When it finds the counter one further already, an
 * earlier answer was lost or a twin request won: the same next token is derived and given again,
 * inside the grace window. Anything older is a stolen token at work, and the grant ends.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749 §6</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14">RFC 9700 §4.14</a>
 */
public final class RefreshExchange {
  private final RefreshTokens refreshTokens;
  private final GrantStore grants;
  private final Endings endings;
  private final TokenIssuer tokens;
  private final Lifetimes lifetimes;
  private final RecentPlaces places;

  public RefreshExchange(
      RefreshTokens refreshTokens,
      GrantStore grants,
      Endings endings,
      TokenIssuer tokens,
      Lifetimes lifetimes,
      RecentPlaces places) {
    this.refreshTokens = refreshTokens;
    this.grants = grants;
    this.endings = endings;
    this.tokens = tokens;
    this.lifetimes = lifetimes;
    this.places = places;
  }

  TokenOutcome exchange(Requester requester, TokenRequest.Refresh request, Act act) {
    Claim claim = refreshTokens.read(request.refreshToken()).orElse(null);
    // Nobody is told whether a token that is not theirs is somebody else's.
    if (claim == null || !claim.application().equals(requester.application().id())) {
      return invalidGrant(
          Cause.REFRESH_UNKNOWN,
          "The refresh token is not one of yours. Send the user to sign in again.");
    }
    if (claim.key() != null && !claim.key().equals(requester.key())) {
      return invalidGrant(
          Cause.REFRESH_KEY,
          "The refresh token is bound to another key than the DPoP proof shows.");
    }
    return switch (narrowed(claim.scopes(), request)) {
      case Narrowing.TooMuch(var error) -> new TokenOutcome.Refused(error);
      case Narrowing.To(var scopes) -> advance(new Use(requester, claim, scopes, act));
    };
  }

  private TokenOutcome advance(Use use) {
    if (isFromBeforeDisabling(use)) {
      return invalidGrant(
          Cause.ENDED_BY_DISABLING,
          "The access ended when the application was disabled. Send the user to sign in again.");
    }
    return switch (step(use)) {
      case Advance.Advanced(var grant) -> issued(use, grant);
      case Advance.Stands(var grant) -> retired(use, grant);
      case Advance.Missing() ->
          invalidGrant(
              Cause.GRANT_MISSING,
              "The grant does not exist any more. Send the user to sign in again.");
    };
  }

  /** When a grant was opened never changes, so it may be read before the write. */
  private boolean isFromBeforeDisabling(Use use) {
    Instant validFrom = use.requester().application().oversight().validFrom();
    return validFrom.isAfter(Instant.EPOCH)
        && grants
            .find(use.claim().grant())
            .filter(grant -> grant.life().openedAt().isBefore(validFrom))
            .isPresent();
  }

  /**
   * FAPI 2.0 §5.3.2.1 wants no rotation: its clients authenticate, so a stolen refresh token is
   * worth nothing.
   */
  private Advance step(Use use) {
    Claim claim = use.claim();
    Instant now = use.act().at();
    return use.requester().application().demands(Demand.FAPI)
        ? grants.renew(claim.grant(), claim.generation(), now, lifetimes)
        : grants.advance(claim.grant(), claim.generation(), now, lifetimes);
  }

  private TokenOutcome issued(Use use, Grant grant) {
    places.note(grant.id(), use.act().from().address());
    return new TokenOutcome.Issued(
        tokens.issue(grant, use.scopes(), use.binding(), use.act().at()), null);
  }

  private TokenOutcome retired(Use use, Grant grant) {
    Instant now = use.act().at();
    Instant revokedAt = grant.life().revokedAt();
    if (revokedAt != null) {
      return invalidGrant(
          Reason.at(Cause.GRANT_REVOKED, revokedAt),
          "The access was taken back or revoked. Send the user to sign in again.");
    }
    if (grant.isExpired(lifetimes, now)) {
      return invalidGrant(
          Reason.at(Cause.REFRESH_EXPIRED, grant.expiresAt(lifetimes)),
          "The refresh token has expired. Send the user to sign in again.");
    }
    // As on a database restored from an older backup: not a theft, and not usable.
    if (use.claim().generation() >= grant.generation()) {
      return invalidGrant(
          Cause.REFRESH_FROM_BACKUP, "The refresh token is newer than this server knows.");
    }
    if (isLostAnswer(use, grant)) {
      return issued(use, grant);
    }
    endings.revoke(grant.id(), RevocationReason.REFRESH_REUSED, use.act());
    return invalidGrant(
        reused(use, grant),
        "The refresh token was used before, so it may have been stolen: all tokens of this sign-in"
            + " are revoked. Send the user to sign in again.");
  }

  private Reason reused(Use use, Grant grant) {
    var cause =
        places.choose(
            grant.id(),
            use.act().from().address(),
            Cause.REFRESH_REUSED,
            Cause.REFRESH_REUSED_SAME_ADDRESS,
            Cause.REFRESH_REUSED_OTHER_ADDRESS);
    return Reason.counting(cause, use.claim().generation(), grant.generation() - 1);
  }

  /** The successor is unused exactly while the grant stands one generation on. */
  private boolean isLostAnswer(Use use, Grant grant) {
    Duration grace =
        use.isByItsHolder() ? lifetimes.grace().authenticated() : lifetimes.grace().open();
    return grant.generation() == use.claim().generation() + 1
        && use.act().at().isBefore(grant.life().renewedAt().plus(grace));
  }

  /**
   * One use of a refresh token.
   *
   * @param scopes of the new access token
   */
  private record Use(Requester requester, Claim claim, Scopes scopes, Act act) {
    /**
     * A generation always has the same token, so what a refresh token is bound to never changes.
     */
    TokenBinding binding() {
      return new TokenBinding(requester.key(), claim.key());
    }

    /** Whether more than the token itself shows that it was not stolen. */
    boolean isByItsHolder() {
      return requester.application().isConfidential() || claim.key() != null;
    }
  }

  private static Narrowing narrowed(Scopes granted, TokenRequest.Refresh request) {
    if (request.scope() == null) {
      return new Narrowing.To(granted);
    }
    return switch (Scopes.read(request.scope())) {
      case Scopes.Asked(var asked) when granted.containsAll(asked) -> new Narrowing.To(asked);
      case Scopes.Asked _, Scopes.Unknown _ ->
          new Narrowing.TooMuch(
              OAuthError.of(
                  OAuthError.Code.INVALID_SCOPE,
                  "A refresh may only ask for scopes that were granted: " + granted + "."));
    };
  }

  private sealed interface Narrowing {
    record To(Scopes scopes) implements Narrowing {}

    record TooMuch(OAuthError error) implements Narrowing {}
  }
}
