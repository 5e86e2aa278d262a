package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Prompt;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Recipient;
import com.astraof.oauth2.core.authorization.AuthorizationResponse.BotPlace;
import com.astraof.oauth2.core.authorization.StepUp.Missing;
import com.astraof.oauth2.core.once.OnceStore;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Secret;
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
  private final CodeMaker codes;
  private final StepUp stepUp;
  private final OnceStore once;
  private final String issuer;

  public Authorizer(
      ConsentStore consents, CodeMaker codes, StepUp stepUp, OnceStore once, String issuer) {
    this.consents = consents;
    this.codes = codes;
    this.stepUp = stepUp;
    this.once = once;
    this.issuer = issuer;
  }

  /**
   * @param session of whoever is signed in; null for nobody
   */
  public Step next(AuthorizationRequest request, @Nullable Session session, Instant now) {
    if (session == null) {
      return signIn(request, "Nobody is signed in.");
    }
    return switch (missing(request, session, now)) {
      case SIGN_IN -> signIn(request, "The user signed in too long ago.");
      case SECOND_FACTOR -> signIn(request, "The user signed in without a second factor.");
      case MEANS ->
          request.prompt() == Prompt.NONE
              ? new Step.Answer(unmet(request))
              : new Step.AskForMeans();
      case NOTHING -> nextForSession(request, session, now);
    };
  }

  /** What the session lacks of what the app wants of it. */
  public Missing missing(AuthorizationRequest request, Session session, Instant now) {
    return stepUp.missing(request, session, now);
  }

  private Step signIn(AuthorizationRequest request, String description) {
    return request.prompt() == Prompt.NONE
        ? refuse(request, Code.LOGIN_REQUIRED, description)
        : new Step.SignIn();
  }

  private Step nextForSession(AuthorizationRequest request, Session session, Instant now) {
    var consent = consents.find(session.user().id(), request.application().id());
    return request.bot() == null
        ? nextForTokens(request, session, consent, now)
        : nextForBot(request, consent);
  }

  private Step nextForTokens(
      AuthorizationRequest request, Session session, Optional<Consent> consent, Instant now) {
    Scopes approved = consent.map(Consent::scopes).orElse(Scopes.NONE);
    Scopes known = request.scopes().and(approved);
    boolean isEnough = !known.isEmpty() && approved.containsAll(request.wants().required());
    if (isEnough && request.prompt() != Prompt.CONSENT && isAssured(request)) {
      return isAnswered(request, now)
          ? answeredBefore(request)
          : new Step.Answer(grant(request, session, known, consent.orElseThrow(), null, now));
    }
    return request.prompt() == Prompt.NONE
        ? refuse(request, Code.CONSENT_REQUIRED, "The user has to approve this on a page first.")
        : new Step.Ask(approved);
  }

  /** A sign-in is good for one answer; what was pushed is one request. */
  private Step answeredBefore(AuthorizationRequest request) {
    return request.pushed() == null
        ? signIn(request, "The user has to sign in again.")
        : new Step.Answer(tooLate(request));
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
      AuthorizationRequest request, Scopes chosen, Session session, Act act) {
    return approve(request, chosen, null, session, act);
  }

  Optional<AuthorizationResponse> approve(
      AuthorizationRequest request,
      Scopes chosen,
      @Nullable BotPlace bot,
      Session session,
      Act act) {
    Scopes granted = request.wants().required().plus(request.wants().optional().and(chosen));
    if (granted.isEmpty()) {
      return deny(request, session, act.at());
    }
    if (request.recipient() == null) {
      return Optional.empty();
    }
    if (isAnswered(request, act.at())) {
      return Optional.of(tooLate(request));
    }
    var consent = consents.approve(session.user().id(), request.application().id(), granted, act);
    return Optional.of(grant(request, session, granted, consent, bot, act.at()));
  }

  /**
   * The user said no, or does not want what a stronger sign-in needs.
   *
   * @return the app's answer; empty where it waits for none
   */
  public Optional<AuthorizationResponse> deny(
      AuthorizationRequest request, Session session, Instant now) {
    if (request.recipient() == null) {
      return Optional.empty();
    }
    if (isAnswered(request, now)) {
      return Optional.of(tooLate(request));
    }
    return Optional.of(
        missing(request, session, now) == Missing.MEANS
            ? unmet(request)
            : refusal(request, Code.ACCESS_DENIED, "The user said no."));
  }

  /**
   * RFC 9126 §4: a pushed request is answered once, however often its page was shown; so is one
   * that somebody had to sign in for. It is remembered for as long as a page that shows it may be
   * answered.
   */
  private boolean isAnswered(AuthorizationRequest request, Instant now) {
    var pushed = request.pushed();
    String signedIn = request.interaction().signedIn();
    if (pushed != null) {
      Instant until = pushed.expiresAt().plus(ConsentTickets.VALID);
      return !once.spend("request_uri " + pushed.requestUri(), until, now);
    }
    Instant until = now.plus(SignInProofs.VALID).plus(ConsentTickets.VALID);
    return signedIn != null && !once.spend("signed_in " + signedIn, until, now);
  }

  private AuthorizationResponse tooLate(AuthorizationRequest request) {
    return refusal(
        request,
        Code.INVALID_REQUEST,
        request.pushed() == null
            ? "This request was answered before. Send a new one."
            : "This request was answered before. Push it again.");
  }

  private AuthorizationResponse unmet(AuthorizationRequest request) {
    return refusal(
        request,
        Code.UNMET_AUTHENTICATION_REQUIREMENTS,
        "The user's account has no means for a sign-in as acr_values or max_age want it.");
  }

  private AuthorizationResponse grant(
      AuthorizationRequest request,
      Session session,
      Scopes granted,
      Consent consent,
      @Nullable BotPlace bot,
      Instant now) {
    var guild = bot == null ? null : bot.guild();
    Secret code = codes.code(request, session, granted, consent, guild, now);
    return AuthorizationResponse.granted(
        recipient(request), code, bot, request.proof().state(), issuer);
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
    /** Someone has to sign in first, anew or with more than they did. */
    record SignIn() implements Step {}

    /** The account has no means for a sign-in as the app wants it: the user may get one. */
    record AskForMeans() implements Step {}

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
