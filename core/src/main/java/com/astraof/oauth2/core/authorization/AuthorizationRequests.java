package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Prompt;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Proof;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Pushed;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Recipient;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Wants;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.token.AccessTokens.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads authorization requests in the order that keeps the redirect honest: first whom to answer,
 * and only then what is wrong with the rest. Nothing is ever sent to an address that is not
 * registered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749 §4.1.2.1</a>
 */
public final class AuthorizationRequests {
  private static final int LONGEST_STATE = 256;
  private static final Scopes BOT_SCOPES = Scopes.of(Scope.BOT, Scope.APPLICATIONS_COMMANDS);

  private final ApplicationStore applications;
  private final PushedRequests pushedRequests;
  private final Audience audience;

  public AuthorizationRequests(
      ApplicationStore applications, PushedRequests pushedRequests, Audience audience) {
    this.applications = applications;
    this.pushedRequests = pushedRequests;
    this.audience = audience;
  }

  /**
   * Reads what the browser brought. Of a pushed request only what was pushed counts (RFC 9126 §4).
   *
   * @param now at which a pushed request must not have expired
   */
  public Reading read(Parameters parameters, Instant now) {
    try {
      Optional<String> requestUri = parameters.optional("request_uri");
      return requestUri.isEmpty()
          ? read(parameters, Origin.BROWSER)
          : readPushed(parameters.optional("client_id"), requestUri.get(), now);
    } catch (MalformedRequest e) {
      return new Reading.Unanswerable(Problem.REPEATED);
    }
  }

  /** Reads what an application is about to push. */
  Reading readPush(Parameters parameters) {
    return read(parameters, new Origin(true, null));
  }

  private Reading readPushed(Optional<String> clientId, String requestUri, Instant now) {
    var opened = pushedRequests.open(requestUri, now).orElse(null);
    if (opened == null || !opened.parameters().optional("client_id").equals(clientId)) {
      return new Reading.Unanswerable(Problem.VOID_REQUEST_URI);
    }
    return read(opened.parameters(), new Origin(true, opened.pushed()));
  }

  private Reading read(Parameters parameters, Origin origin) {
    Application application;
    Optional<String> asked;
    try {
      application =
          parameters
              .optional("client_id")
              .flatMap(ApplicationId::parse)
              .flatMap(applications::find)
              .orElse(null);
      asked = parameters.optional("redirect_uri");
    } catch (MalformedRequest e) {
      return new Reading.Unanswerable(Problem.REPEATED);
    }
    if (application == null) {
      return new Reading.Unanswerable(Problem.UNKNOWN_CLIENT);
    }
    if (asked.isEmpty()) {
      return isForBotAlone(parameters)
          ? readRest(parameters, application, null, origin)
          : new Reading.Unanswerable(Problem.NO_REDIRECT_URI);
    }
    RedirectUri redirectUri = registered(application, asked.get());
    if (redirectUri == null) {
      return new Reading.Unanswerable(Problem.UNREGISTERED_REDIRECT_URI);
    }
    var recipient = new Recipient(redirectUri, mode(parameters));
    return readRest(parameters, application, recipient, origin);
  }

  /** How to answer, also when what is wrong is how the app wants to be answered. */
  private static ResponseMode mode(Parameters parameters) {
    List<String> named = parameters.every("response_mode");
    return named.size() == 1
        ? ResponseMode.named(named.getFirst()).orElse(ResponseMode.QUERY)
        : ResponseMode.QUERY;
  }

  /** Adding a bot, and nothing optional beside it, needs no answer to the app (contract 8). */
  private static boolean isForBotAlone(Parameters parameters) {
    try {
      String asked = parameters.optional("scope").orElse("");
      String optional = parameters.optional("optional_scope").orElse("");
      return Scopes.read(asked + " " + optional) instanceof Scopes.Asked(var scopes)
          && scopes.contains(Scope.BOT)
          && BOT_SCOPES.containsAll(scopes);
    } catch (MalformedRequest e) {
      return false;
    }
  }

  private static @Nullable RedirectUri registered(Application application, String asked) {
    for (RedirectUri registered : application.client().redirectUris()) {
      boolean matches =
          application.isConfidential()
              ? registered.matches(asked)
              : registered.matchesOnAnyLoopbackPort(asked);
      if (matches) {
        return new RedirectUri(asked);
      }
    }
    return null;
  }

  private Reading readRest(
      Parameters parameters,
      Application application,
      @Nullable Recipient recipient,
      Origin origin) {
    String state = null;
    try {
      state = state(parameters);
      parameters.withoutRepetition();
      checkDemands(application, recipient, origin);
      Wants wants = wants(parameters);
      checkResponse(parameters, wants);
      var proof =
          recipient == null
              ? new Proof(state, null, null)
              : new Proof(state, challenge(parameters, application), key(parameters));
      var bot = wants.scopes().contains(Scope.BOT) ? BotWish.read(parameters) : null;
      Prompt prompt = recipient == null ? Prompt.CONSENT : prompt(parameters);
      return new Reading.Understood(
          new AuthorizationRequest(
              application, recipient, wants, proof, prompt, bot, origin.pushed()));
    } catch (Wrong wrong) {
      return refuse(recipient, wrong.error, state);
    } catch (MalformedRequest e) {
      return refuse(recipient, OAuthError.of(Code.INVALID_REQUEST, e.description()), state);
    }
  }

  private Reading refuse(@Nullable Recipient recipient, OAuthError error, @Nullable String state) {
    if (recipient == null) {
      return new Reading.Untold(error);
    }
    var response = AuthorizationResponse.refused(recipient, error, state, audience.issuer());
    return new Reading.SendBack(response, error);
  }

  /** What the application has bound itself to. A bot alone needs no answer, and so none of it. */
  private static void checkDemands(
      Application application, @Nullable Recipient recipient, Origin origin) {
    if (recipient == null) {
      return;
    }
    if (!origin.isPushed() && application.demands(Demand.PUSHED_REQUESTS)) {
      throw new MalformedRequest(
          "This application pushes its requests (RFC 9126): send its request_uri.");
    }
    if (!recipient.uri().value().startsWith("https:") && application.demands(Demand.FAPI)) {
      throw new MalformedRequest("Under FAPI 2.0 a redirect_uri is https.");
    }
  }

  private static @Nullable String state(Parameters parameters) {
    String state = parameters.optional("state").orElse(null);
    if (state != null && state.codePointCount(0, state.length()) > LONGEST_STATE) {
      throw new MalformedRequest("state may have at most " + LONGEST_STATE + " characters.");
    }
    return state;
  }

  private void checkResponse(Parameters parameters, Wants wants) {
    String type =
        BOT_SCOPES.containsAll(wants.scopes())
            ? parameters.optional("response_type").orElse("code")
            : parameters.required("response_type");
    if (!type.equals("code")) {
      throw new Wrong(Code.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code.");
    }
    if (ResponseMode.named(parameters.optional("response_mode").orElse("query")).isEmpty()) {
      throw new MalformedRequest("response_mode must be query or form_post, or left out.");
    }
    if (parameters.optional("request").isPresent()
        || parameters.optional("request_uri").isPresent()) {
      throw new MalformedRequest("Request objects are not supported; send the parameters.");
    }
    if (!audience.admits(parameters.optional("resource"))) {
      throw new Wrong(Code.INVALID_TARGET, "The one resource here is " + audience.api() + ".");
    }
  }

  private static Wants wants(Parameters parameters) {
    Scopes asked = scopes("scope", parameters);
    Scopes optional =
        parameters.optional("optional_scope").isPresent()
            ? scopes("optional_scope", parameters)
            : Scopes.NONE;
    Scopes all = asked.plus(optional);
    if (!optional.minus(BOT_SCOPES).equals(optional)) {
      throw new Wrong(Code.INVALID_SCOPE, "A bot is no optional_scope.");
    }
    if (all.contains(Scope.APPLICATIONS_COMMANDS) && !all.contains(Scope.BOT)) {
      throw new Wrong(Code.INVALID_SCOPE, "applications.commands comes with bot alone.");
    }
    return new Wants(all, optional);
  }

  private static Scopes scopes(String name, Parameters parameters) {
    return switch (Scopes.read(parameters.optional(name).orElse(""))) {
      case Scopes.Unknown(var unknown) when unknown.isEmpty() ->
          throw new Wrong(Code.INVALID_SCOPE, name + " is missing: name at least one scope.");
      case Scopes.Unknown _ ->
          throw new Wrong(Code.INVALID_SCOPE, name + " names a scope that does not exist.");
      case Scopes.Asked(var scopes) -> scopes;
    };
  }

  private static @Nullable CodeChallenge challenge(Parameters parameters, Application application) {
    String challenge = parameters.optional("code_challenge").orElse(null);
    String method = parameters.optional("code_challenge_method").orElse(null);
    if (challenge == null) {
      if (method != null) {
        throw new MalformedRequest("code_challenge_method came without a code_challenge.");
      }
      if (!application.isConfidential()) {
        throw new MalformedRequest("A public app must send a code_challenge (PKCE with S256).");
      }
      if (application.demands(Demand.PKCE)) {
        throw new MalformedRequest("This app always sends a code_challenge (PKCE with S256).");
      }
      return null;
    }
    // RFC 7636 §4.3: without a method the challenge would be "plain", which protects nothing.
    if (!"S256".equals(method)) {
      throw new MalformedRequest("code_challenge_method must be S256.");
    }
    return CodeChallenge.parse(challenge)
        .orElseThrow(
            () -> new MalformedRequest("code_challenge must be 43 characters of base64url."));
  }

  private static @Nullable Thumbprint key(Parameters parameters) {
    String key = parameters.optional("dpop_jkt").orElse(null);
    return key == null
        ? null
        : Thumbprint.parse(key)
            .orElseThrow(
                () -> new MalformedRequest("dpop_jkt must be 43 characters of base64url."));
  }

  private static Prompt prompt(Parameters parameters) {
    return switch (parameters.optional("prompt").orElse("")) {
      case "" -> Prompt.WHEN_NEEDED;
      case "consent" -> Prompt.CONSENT;
      case "none" -> Prompt.NONE;
      default -> throw new MalformedRequest("prompt must be consent or none, or left out.");
    };
  }

  /** What reading found. */
  public sealed interface Reading {
    record Understood(AuthorizationRequest request) implements Reading {}

    /** It is not put before anybody. */
    sealed interface Refusal extends Reading {}

    /** The app is to be told through the browser. */
    record SendBack(AuthorizationResponse response, OAuthError error) implements Refusal {}

    /** Something is wrong, and the app waits nowhere to be told. */
    record Untold(OAuthError error) implements Refusal {}

    /** There is no address to answer to: the person in front of the browser is told. */
    record Unanswerable(Problem problem) implements Refusal {}
  }

  /** Why a request cannot even be answered. */
  public enum Problem {
    UNKNOWN_CLIENT,
    NO_REDIRECT_URI,
    UNREGISTERED_REDIRECT_URI,
    REPEATED,
    /** The request_uri is not this application's, or has expired. */
    VOID_REQUEST_URI
  }

  /**
   * How a request came.
   *
   * @param pushed null where the browser brings it, and while it is being pushed
   */
  private record Origin(boolean isPushed, @Nullable Pushed pushed) {
    static final Origin BROWSER = new Origin(false, null);
  }

  /** Leaves the reading of one parameter; never leaves this class. */
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient OAuthError error;

    Wrong(Code code, String description) {
      super(description, null, false, false);
      this.error = OAuthError.of(code, description);
    }
  }
}
