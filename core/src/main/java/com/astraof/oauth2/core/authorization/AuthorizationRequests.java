package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Prompt;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Proof;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
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
  private final String issuer;

  public AuthorizationRequests(ApplicationStore applications, String issuer) {
    this.applications = applications;
    this.issuer = issuer;
  }

  public Reading read(Parameters parameters) {
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
      return new Reading.Unanswerable(Problem.NO_REDIRECT_URI);
    }
    RedirectUri redirectUri = registered(application, asked.get());
    if (redirectUri == null) {
      return new Reading.Unanswerable(Problem.UNREGISTERED_REDIRECT_URI);
    }
    return readRest(parameters, application, redirectUri);
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
      Parameters parameters, Application application, RedirectUri redirectUri) {
    String state = null;
    try {
      state = state(parameters);
      parameters.withoutRepetition();
      checkResponse(parameters);
      Scopes scopes = scopes(parameters);
      var proof = new Proof(state, challenge(parameters, application));
      return new Reading.Understood(
          new AuthorizationRequest(application, redirectUri, scopes, proof, prompt(parameters)));
    } catch (Refusal refusal) {
      return sendBack(redirectUri, refusal.error, state);
    } catch (MalformedRequest e) {
      var error = OAuthError.of(Code.INVALID_REQUEST, e.description());
      return sendBack(redirectUri, error, state);
    }
  }

  private Reading sendBack(RedirectUri redirectUri, OAuthError error, @Nullable String state) {
    var response = AuthorizationResponse.refused(redirectUri, error, state, issuer);
    return new Reading.SendBack(response, error);
  }

  private static @Nullable String state(Parameters parameters) {
    String state = parameters.optional("state").orElse(null);
    if (state != null && state.codePointCount(0, state.length()) > LONGEST_STATE) {
      throw new MalformedRequest("state may have at most " + LONGEST_STATE + " characters.");
    }
    return state;
  }

  private static void checkResponse(Parameters parameters) {
    if (!parameters.required("response_type").equals("code")) {
      throw new Refusal(Code.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code.");
    }
    if (!parameters.optional("response_mode").orElse("query").equals("query")) {
      throw new MalformedRequest("response_mode must be query, or left out.");
    }
    if (parameters.optional("request").isPresent()
        || parameters.optional("request_uri").isPresent()) {
      throw new MalformedRequest("Request objects are not supported; send the parameters.");
    }
  }

  private static Scopes scopes(Parameters parameters) {
    return switch (Scopes.read(parameters.optional("scope").orElse(""))) {
      case Scopes.Unknown(var name) when name.isEmpty() ->
          throw new Refusal(Code.INVALID_SCOPE, "scope is missing: name at least one scope.");
      case Scopes.Unknown _ ->
          throw new Refusal(Code.INVALID_SCOPE, "scope names a scope that does not exist.");
      case Scopes.Asked(var scopes) when !scopes.minus(BOT_SCOPES).equals(scopes) ->
          throw new Refusal(
              Code.INVALID_SCOPE, "The scopes bot and applications.commands are not open yet.");
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

    /** The app is to be told through the browser. */
    record SendBack(AuthorizationResponse response, OAuthError error) implements Reading {}

    /** There is no address to answer to: the person in front of the browser is told. */
    record Unanswerable(Problem problem) implements Reading {}
  }

  /** Why a request cannot even be answered. */
  public enum Problem {
    UNKNOWN_CLIENT,
    NO_REDIRECT_URI,
    UNREGISTERED_REDIRECT_URI,
    REPEATED
  }

  /** Leaves the reading of one parameter; never leaves this class. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient OAuthError error;

    Refusal(Code code, String description) {
      super(description, null, false, false);
      this.error = OAuthError.of(code, description);
    }
  }
}
