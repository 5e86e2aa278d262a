package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Prompt;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Recipient;
import com.astraof.oauth2.core.authorization.AuthorizationResponse.BotPlace;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.once.OnceStore;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.token.AuthorizationCode;
import com.astraof.oauth2.core.token.Codes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how an authorization request goes on, and answers it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749 §4.1</a>
 */
public final class Authorizer {
  /** FAPI 2.0 Security Profile §5.3.2.1. */
  private static final Duration LONGEST_UNDER_FAPI = Duration.ofSeconds(60);

  private final ConsentStore consents;
  private final Codes codes;
  private final Lifetimes lifetimes;
  private final Entropy entropy;
  private final OnceStore once;
  private final String issuer;

  public Authorizer(
      ConsentStore consents,
      Codes codes,
      Lifetimes lifetimes,
      Entropy entropy,
      OnceStore once,
      String issuer) {
    this.consents = consents;
    this.codes = codes;
    this.lifetimes = lifetimes;
    this.entropy = entropy;
    this.once = once;
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
    var consent = consents.find(user.id(), request.application().id());
    return request.bot() == null
        ? nextForTokens(request, user, consent, now)
        : nextForBot(request, consent);
  }

  private Step nextForTokens(
      AuthorizationRequest request, User user, Optional<Consent> consent, Instant now) {
    Scopes approved = consent.map(Consent::scopes).orElse(Scopes.NONE);
    Scopes known = request.scopes().and(approved);
    boolean isEnough = !known.isEmpty() && approved.containsAll(request.wants().required());
    if (isEnough && request.prompt() != Prompt.CONSENT && isAssured(request)) {
      if (isAnswered(request, now)) {
        return new Step.Answer(tooLate(request));
      }
      return new Step.Answer(grant(request, user, known, consent.orElseThrow(), null, now));
    }
    return request.prompt() == Prompt.NONE
        ? refuse(request, Code.CONSENT_REQUIRED, "The user has to approve this on a page first.")
        : new Step.Ask(approved);
  }

  /**
   * Whether it can be nobody but the app who gets the answer, so that an earlier yes is enough. On
   * a person's own device any program may listen on a port or claim a scheme.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-8.6">RFC 8252 §8.6</a>
   */
  private static boolean isAssured(AuthorizationRequest request) {
    return request.application().isConfidential()
        || request.answerTo().filter(RedirectUri::isHttps).isPresent();
  }

  /** A guild is chosen each time, so this never goes on by itself. */
  private Step nextForBot(AuthorizationRequest request, Optional<Consent> consent) {
    return request.prompt() == Prompt.NONE
        ? refuse(request, Code.INTERACTION_REQUIRED, "The user has to choose a guild for the bot.")
        : new Step.AskForBot(consent.map(Consent::scopes).orElse(Scopes.NONE));
  }

  /**
   * The user said yes to this request.
   *
   * @param chosen the optional scopes that the user left in; others are not granted
   * @return the app's answer; empty where it waits for none
   */
  public Optional<AuthorizationResponse> approve(
      AuthorizationRequest request, Scopes chosen, User user, Act act) {
    return approve(request, chosen, null, user, act);
  }

  Optional<AuthorizationResponse> approve(
      AuthorizationRequest request, Scopes chosen, @Nullable BotPlace bot, User user, Act act) {
    Scopes granted = request.wants().required().plus(request.wants().optional().and(chosen));
    if (granted.isEmpty()) {
      return deny(request, act.at());
    }
    if (request.recipient() == null) {
      return Optional.empty();
    }
    if (isAnswered(request, act.at())) {
      return Optional.of(tooLate(request));
    }
    var consent = consents.approve(user.id(), request.application().id(), granted, act);
    return Optional.of(grant(request, user, granted, consent, bot, act.at()));
  }

  /**
   * The user said no.
   *
   * @return the app's answer; empty where it waits for none
   */
  public Optional<AuthorizationResponse> deny(AuthorizationRequest request, Instant now) {
    if (request.recipient() == null) {
      return Optional.empty();
    }
    return Optional.of(
        isAnswered(request, now)
            ? tooLate(request)
            : refusal(request, Code.ACCESS_DENIED, "The user said no."));
  }

  /**
   * RFC 9126 §4: a pushed request is answered once, however often its page was shown. It is
   * remembered for as long as a page that shows it may be answered.
   */
  private boolean isAnswered(AuthorizationRequest request, Instant now) {
    var pushed = request.pushed();
    return pushed != null
        && !once.spend(
            "request_uri " + pushed.requestUri(),
            pushed.expiresAt().plus(ConsentTickets.VALID),
            now);
  }

  private AuthorizationResponse tooLate(AuthorizationRequest request) {
    return refusal(
        request, Code.INVALID_REQUEST, "This request was answered before. Push it again.");
  }

  private AuthorizationResponse grant(
      AuthorizationRequest request,
      User user,
      Scopes granted,
      Consent consent,
      @Nullable BotPlace bot,
      Instant now) {
    Recipient recipient = recipient(request);
    var code =
        new AuthorizationCode(
            GrantId.generate(entropy),
            user.id(),
            request.application().id(),
            granted,
            new AuthorizationCode.Binding(
                recipient.uri(), request.proof().challenge(), request.proof().key()),
            new AuthorizationCode.Validity(now, now.plus(lifetime(request)), consent.since()),
            bot == null ? null : bot.guild());
    return AuthorizationResponse.granted(
        recipient, codes.seal(code), bot, request.proof().state(), issuer);
  }

  private Duration lifetime(AuthorizationRequest request) {
    boolean isShort = lifetimes.code().compareTo(LONGEST_UNDER_FAPI) <= 0;
    return isShort || !request.application().demands(Demand.FAPI)
        ? lifetimes.code()
        : LONGEST_UNDER_FAPI;
  }

  private Step refuse(AuthorizationRequest request, Code code, String description) {
    return new Step.Answer(refusal(request, code, description));
  }

  private AuthorizationResponse refusal(
      AuthorizationRequest request, Code code, String description) {
    return AuthorizationResponse.refused(
        recipient(request), OAuthError.of(code, description), request.proof().state(), issuer);
  }

  private static Recipient recipient(AuthorizationRequest request) {
    return Optional.ofNullable(request.recipient()).orElseThrow();
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

    /**
     * The user is to choose a guild for the bot, and what it may do there.
     *
     * @param approved what this user has approved for the app before
     */
    record AskForBot(Scopes approved) implements Step {}

    /** No question is open: the app gets its answer. */
    record Answer(AuthorizationResponse response) implements Step {}
  }
}
