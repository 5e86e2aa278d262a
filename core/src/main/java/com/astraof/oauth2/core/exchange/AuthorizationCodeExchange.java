package com.astraof.oauth2.core.exchange;

import static com.astraof.oauth2.core.exchange.TokenOutcome.invalidGrant;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.grant.GrantStore.Opening;
import com.astraof.oauth2.core.grant.RevocationReason;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.RecentPlaces;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.protocol.TokenRequest;
import com.astraof.oauth2.core.token.AuthorizationCode;
import com.astraof.oauth2.core.token.Codes;
import com.astraof.oauth2.core.token.TokenIssuer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges an authorization code for tokens, once.
 *
 * <p>Everything that the sealed code alone can answer is checked first. Opening the grant is the
 * only write and the single-use gate: of any number of concurrent exchanges, on any number of
 * nodes, exactly one opens it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749 §4.1.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.6">RFC 7636 §4.6</a>
 */
public final class AuthorizationCodeExchange {
  private final Codes codes;
  private final GrantStore grants;
  private final Endings endings;
  private final TokenIssuer tokens;
  private final RecentPlaces places;

  public AuthorizationCodeExchange(
      Codes codes, GrantStore grants, Endings endings, TokenIssuer tokens, RecentPlaces places) {
    this.codes = codes;
    this.grants = grants;
    this.endings = endings;
    this.tokens = tokens;
    this.places = places;
  }

  TokenOutcome exchange(Requester requester, TokenRequest.Code request, Act act) {
    AuthorizationCode code = codes.open(request.code()).orElse(null);
    // Nobody is told whether a code that is not theirs is somebody else's.
    if (code == null || !code.application().equals(requester.application().id())) {
      return invalidGrant(
          Cause.CODE_UNKNOWN, "The code is not one of yours. Start the authorization again.");
    }
    var mismatch = mismatch(code.binding(), request).or(() -> keyMismatch(code, requester));
    if (mismatch.isPresent()) {
      return mismatch.get();
    }
    if (code.validity().issuedAt().isBefore(requester.application().oversight().validFrom())) {
      return invalidGrant(
          Cause.ENDED_BY_DISABLING,
          "The code ended when the application was disabled. Start the authorization again.");
    }
    if (endings.reach(code.validity().issuedAt())) {
      return invalidGrant(
          Cause.ENDED_BY_OPERATOR,
          "The code was ended by the operator of this server. Start the authorization again.");
    }
    if (!code.isValidAt(act.at())) {
      return expired(code, act);
    }
    return switch (grants.open(grant(code, act.at()))) {
      case Opening.Opened(var opened) -> {
        places.note(opened.id(), act.from().address());
        yield new TokenOutcome.Issued(
            tokens.issue(opened, opened.scopes(), requester.binding(), act.at()), code.guild());
      }
      case Opening.AlreadyOpen(var id) -> replayed(id, act);
      case Opening.ConsentWithdrawn() ->
          invalidGrant(
              Cause.CONSENT_WITHDRAWN, "The user has taken the approval back. Ask for it again.");
    };
  }

  private static Grant grant(AuthorizationCode code, Instant now) {
    return Grant.opened(
        code.grant(),
        code.user(),
        code.application(),
        code.scopes(),
        code.validity().approval(),
        now);
  }

  private static Optional<TokenOutcome> mismatch(
      AuthorizationCode.Binding binding, TokenRequest.Code request) {
    String expected = binding.redirectUri().value();
    String sent = request.redirectUri();
    if (!expected.equals(sent)) {
      var reason =
          sent == null
              ? Reason.naming(Cause.CODE_REDIRECT_MISSING, expected)
              : Reason.naming(Cause.CODE_REDIRECT, sent, expected);
      return Optional.of(
          invalidGrant(reason, "redirect_uri must be the one that the code was asked for with."));
    }
    return pkceMismatch(binding.challenge(), request.codeVerifier());
  }

  private static Optional<TokenOutcome> pkceMismatch(
      @Nullable CodeChallenge challenge, @Nullable String verifier) {
    if (challenge == null) {
      // RFC 9700 §4.8.2: an attacker may have stripped the challenge from the authorization
      // request.
      return verifier == null
          ? Optional.empty()
          : wrong(
              Cause.VERIFIER_UNEXPECTED,
              "code_verifier was sent, but the code was asked for without a challenge.");
    }
    if (verifier == null) {
      return wrong(
          Cause.VERIFIER_MISSING,
          "code_verifier is missing: the code was asked for with a challenge.");
    }
    return challenge.matches(verifier)
        ? Optional.empty()
        : wrong(Cause.VERIFIER_WRONG, "code_verifier does not fit the code_challenge.");
  }

  private static Optional<TokenOutcome> wrong(Cause cause, String description) {
    return Optional.of(invalidGrant(cause, description));
  }

  /** RFC 9449 §10: a stolen code is worth nothing without the key. */
  private static Optional<TokenOutcome> keyMismatch(AuthorizationCode code, Requester requester) {
    var expected = code.binding().key();
    return expected == null || expected.equals(requester.key())
        ? Optional.empty()
        : wrong(Cause.CODE_KEY, "The code is bound to another key than the DPoP proof shows.");
  }

  private TokenOutcome expired(AuthorizationCode code, Act act) {
    return grants.find(code.grant()).isPresent()
        ? replayed(code.grant(), act)
        : invalidGrant(
            Reason.after(Cause.CODE_EXPIRED, code.validity().expiresAt(), act.at()),
            "The code has expired. Start the authorization again.");
  }

  private TokenOutcome replayed(GrantId id, Act act) {
    // RFC 6749 §4.1.2: whoever came first may be the thief, so what they got ends too.
    endings.revoke(id, RevocationReason.CODE_REPLAYED, act);
    return invalidGrant(
        reason(id, act), "The code was used before. The tokens issued for it are revoked.");
  }

  private Reason reason(GrantId id, Act act) {
    var cause =
        places.choose(
            id,
            act.from().address(),
            Cause.CODE_REPLAYED,
            Cause.CODE_REPLAYED_SAME_ADDRESS,
            Cause.CODE_REPLAYED_OTHER_ADDRESS);
    Instant first = grants.find(id).map(grant -> grant.life().openedAt()).orElse(act.at());
    return Reason.after(cause, first, act.at());
  }
}
