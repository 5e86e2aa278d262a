package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Prompt;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.token.AuthorizationCode;
import com.astraof.oauth2.core.token.Codes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how an authorization request goes on, and answers it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749 §4.1</a>
 */
public final class Authorizer {
  private final ConsentStore consents;
  private final Codes codes;
  private final Lifetimes lifetimes;
  private final Entropy entropy;
  private final String issuer;

  public Authorizer(
      ConsentStore consents, Codes codes, Lifetimes lifetimes, Entropy entropy, String issuer) {
    this.consents = consents;
    this.codes = codes;
    this.lifetimes = lifetimes;
    this.entropy = entropy;
    this.issuer = issuer;
  }

  /**
   * @param user who is signed in; null for nobody
   */
  public Step next(AuthorizationRequest request, @Nullable User user, Instant now) {
    if (user == null) {
      return request.prompt() == Prompt.NONE
          ? refuse(request, Code.LOGIN_REQUIRED, "Nobody is signed in.")
          : new Step.SignIn();
    }
    Optional<Consent> consent = consents.find(user.id(), request.application().id());
    Scopes approved = consent.map(Consent::scopes).orElse(Scopes.NONE);
    boolean asksForMore = !approved.containsAll(request.scopes());
    if (asksForMore && request.prompt() == Prompt.NONE) {
      return refuse(request, Code.CONSENT_REQUIRED, "The user has not approved these scopes yet.");
    }
    return asksForMore || request.prompt() == Prompt.CONSENT
        ? new Step.Ask(approved)
        : new Step.Answer(grant(request, user, consent.orElseThrow(), now));
  }

  /** The user said yes to exactly this request. */
  public AuthorizationResponse approve(AuthorizationRequest request, User user, Act act) {
    var consent = consents.approve(user.id(), request.application().id(), request.scopes(), act);
    return grant(request, user, consent, act.at());
  }

  /** The user said no. */
  public AuthorizationResponse deny(AuthorizationRequest request) {
    return refusal(request, Code.ACCESS_DENIED, "The user said no.");
  }

  private AuthorizationResponse grant(
      AuthorizationRequest request, User user, Consent consent, Instant now) {
    var code =
        new AuthorizationCode(
            GrantId.generate(entropy),
            user.id(),
            request.application().id(),
            request.scopes(),
            new AuthorizationCode.Binding(request.redirectUri(), request.proof().challenge()),
            new AuthorizationCode.Validity(now, now.plus(lifetimes.code()), consent.since()));
    return AuthorizationResponse.granted(
        request.redirectUri(), codes.seal(code), request.proof().state(), issuer);
  }

  private Step refuse(AuthorizationRequest request, Code code, String description) {
    return new Step.Answer(refusal(request, code, description));
  }

  private AuthorizationResponse refusal(
      AuthorizationRequest request, Code code, String description) {
    return AuthorizationResponse.refused(
        request.redirectUri(), OAuthError.of(code, description), request.proof().state(), issuer);
  }

  /** How the request goes on. */
  public sealed interface Step {
    /** Someone has to sign in first. */
    record SignIn() implements Step {}

    /**
     * The user is to be asked.
     *
     * @param approved what this user has approved for the app before
     */
    record Ask(Scopes approved) implements Step {}

    /** No question is open: the app gets its answer. */
    record Answer(AuthorizationResponse response) implements Step {}
  }
}
