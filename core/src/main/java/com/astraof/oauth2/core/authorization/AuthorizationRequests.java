package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ClientDirectory;
import com.astraof.oauth2.core.application.ClientDirectory.Found;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Proof;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Pushed;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Recipient;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Wants;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
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
  private final ClientDirectory clients;
  private final PushedRequests pushedRequests;
  private final Audience audience;

  public AuthorizationRequests(
      ClientDirectory clients, PushedRequests pushedRequests, Audience audience) {
    this.clients = clients;
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
      String requestUri = parameters.optional("request_uri").orElse(null);
      return requestUri == null
          ? read(parameters, new Origin(false, null, signedIn(parameters)), now)
          : readPushed(parameters, requestUri, now);
    } catch (MalformedRequest e) {
      return new Reading.Unanswerable(Problem.REPEATED);
    }
  }

  /** Reads what an application is about to push. */
  Reading readPush(Parameters parameters, Instant now) {
    return read(parameters, new Origin(true, null, null), now);
  }

  /** Ours, and so never among what was pushed. */
  private static @Nullable String signedIn(Parameters parameters) {
    List<String> shown = parameters.every(Interaction.SIGNED_IN);
    return shown.size() == 1 && !shown.getFirst().isEmpty() ? shown.getFirst() : null;
  }

  private Reading readPushed(Parameters parameters, String requestUri, Instant now) {
    Optional<String> clientId = parameters.optional("client_id");
    var opened = pushedRequests.open(requestUri, now).orElse(null);
    if (opened == null || !opened.parameters().optional("client_id").equals(clientId)) {
      return new Reading.Unanswerable(Problem.VOID_REQUEST_URI);
    }
    return read(opened.parameters(), new Origin(true, opened.pushed(), signedIn(parameters)), now);
  }

  private Reading read(Parameters parameters, Origin origin, Instant now) {
    try {
      String clientId = parameters.optional("client_id").orElse("");
      Optional<String> asked = parameters.optional("redirect_uri");
      return switch (clients.find(clientId, now)) {
        case Found.Known(var application) -> read(parameters, application, asked, origin, now);
        case Found.Unknown() -> new Reading.Unanswerable(Problem.UNKNOWN_CLIENT);
        case Found.Unusable(var why) ->
            new Reading.Untold(
                OAuthError.of(
                    Code.INVALID_CLIENT,
                    "The document at the client_id cannot be used: " + why + "."));
      };
    } catch (MalformedRequest e) {
      return new Reading.Unanswerable(Problem.REPEATED);
    }
  }

  private Reading read(
      Parameters parameters,
      Application application,
      Optional<String> asked,
      Origin origin,
      Instant now) {
    if (application.isDisabledAt(now)) {
      return new Reading.Unanswerable(Problem.DISABLED_CLIENT);
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
          && RequestParts.BOT_SCOPES.containsAll(scopes);
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
      state = RequestParts.state(parameters);
      parameters.withoutRepetition();
      checkDemands(application, recipient, origin);
      Wants wants = RequestParts.wants(parameters);
      RequestParts.checkResponse(parameters, wants, audience);
      var proof =
          recipient == null
              ? new Proof(state, null, null)
              : RequestParts.proof(parameters, application, state);
      var bot = wants.scopes().contains(Scope.BOT) ? BotWish.read(parameters) : null;
      var interaction =
          recipient == null
              ? RequestParts.forBotAlone(parameters)
              : RequestParts.interaction(parameters, origin.signedIn());
      return new Reading.Understood(
          new AuthorizationRequest(
              application, recipient, wants, proof, interaction, bot, origin.pushed()));
    } catch (RequestParts.Wrong wrong) {
      return refuse(recipient, wrong.error(), state);
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
    /** The operator keeps it from doing anything, so nobody is sent there either. */
    DISABLED_CLIENT,
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
   * @param signedIn what the browser shows of a sign-in for it; null for nothing
   */
  private record Origin(boolean isPushed, @Nullable Pushed pushed, @Nullable String signedIn) {}
}
