package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Prompt;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Proof;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Wants;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.token.AccessTokens.Audience;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of an authorization request that matter once it is known whom to answer. What is
 * wrong is thrown, as {@link MalformedRequest} or {@link Wrong}, and caught in {@link
 * AuthorizationRequests} alone.
 */
final class RequestParts {
  static final Scopes BOT_SCOPES = Scopes.of(Scope.BOT, Scope.APPLICATIONS_COMMANDS);

  private static final Set<String> PROMPTS = Set.of("login", "consent");
  private static final int LONGEST_STATE = 256;
  private static final Pattern LANGUAGES = Pattern.compile("[A-Za-z0-9 -]{1,100}");

  private RequestParts() {}

  static @Nullable String state(Parameters parameters) {
    String state = parameters.optional("state").orElse(null);
    if (state != null && state.codePointCount(0, state.length()) > LONGEST_STATE) {
      throw new MalformedRequest("state may have at most " + LONGEST_STATE + " characters.");
    }
    return state;
  }

  static void checkResponse(Parameters parameters, Wants wants, Audience audience) {
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

  static Wants wants(Parameters parameters) {
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

  static Proof proof(Parameters parameters, Application application, @Nullable String state) {
    return new Proof(state, challenge(parameters, application), key(parameters));
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

  /** Where nobody waits for an answer, the app has nothing to say about it. */
  static Interaction forBotAlone(Parameters parameters) {
    return new Interaction(Prompt.CONSENT, SignInWish.NONE, uiLocales(parameters), null);
  }

  /**
   * @param signedIn what shows that someone has signed in for it; null for nothing
   */
  static Interaction interaction(Parameters parameters, @Nullable String signedIn) {
    List<String> prompts = List.of(parameters.optional("prompt").orElse("").split(" ", -1));
    SignInWish signIn = SignInWish.read(parameters, prompts);
    String shown = signIn.isAboutTime() ? signedIn : null;
    return new Interaction(prompt(prompts), signIn, uiLocales(parameters), shown);
  }

  private static Prompt prompt(List<String> prompts) {
    if (prompts.equals(List.of("none"))) {
      return Prompt.NONE;
    }
    if (!prompts.equals(List.of("")) && !PROMPTS.containsAll(prompts)) {
      throw new MalformedRequest("prompt must be login, consent or both, none, or left out.");
    }
    return prompts.contains("consent") ? Prompt.CONSENT : Prompt.WHEN_NEEDED;
  }

  /** A wish about language is never an error (OpenID Connect Core §3.1.2.1). */
  private static String uiLocales(Parameters parameters) {
    return parameters.optional("ui_locales").filter(LANGUAGES.asMatchPredicate()).orElse("");
  }

  /** One parameter makes the request one that has an error code of its own. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient OAuthError error;

    Wrong(Code code, String description) {
      super(description, null, false, false);
      this.error = OAuthError.of(code, description);
    }

    OAuthError error() {
      return error;
    }
  }
}
