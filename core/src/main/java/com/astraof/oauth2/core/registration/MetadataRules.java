package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.ApplicationRules;
import com.astraof.oauth2.core.application.ClientKeyRules;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.TokenRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What clients may say of themselves. The first thing that cannot stand is named, with what to do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2.2">RFC 7591 §3.2.2</a>
 */
final class MetadataRules {
  static final String NONE = "none";
  static final String BY_KEY = "private_key_jwt";

  private static final List<String> METHODS =
      List.of(NONE, "client_secret_basic", "client_secret_post", BY_KEY);
  private static final String CODE_GRANT = "authorization_code";
  private static final Set<String> GRANTS =
      Set.of(CODE_GRANT, "refresh_token", "client_credentials", TokenRequest.DEVICE_CODE);
  private static final int LONGEST_TEXT = 256;

  private MetadataRules() {}

  static Optional<OAuthError> problemWith(ClientMetadata asked) {
    if (!METHODS.contains(asked.method())) {
      return wrong("token_endpoint_auth_method is one of " + String.join(", ", METHODS) + ".");
    }
    return problemWithUse(asked)
        .or(() -> problemWithRedirectUris(asked))
        .or(() -> problemWithKeys(asked))
        .or(() -> problemWithListing(asked))
        .or(() -> problemWithSoftware(asked.software()));
  }

  static ClientType typeOf(ClientMetadata asked) {
    return asked.method().equals(NONE) ? ClientType.PUBLIC : ClientType.CONFIDENTIAL;
  }

  private static Optional<OAuthError> problemWithUse(ClientMetadata asked) {
    var grants = asked.use().grantTypes();
    var responses = asked.use().responseTypes();
    if (!GRANTS.containsAll(grants)) {
      return wrong("grant_types names one that there is not here; there are " + sorted() + ".");
    }
    if (responses.stream().anyMatch(type -> !type.equals("code"))) {
      return wrong("response_types is code alone.");
    }
    if (grants.contains(CODE_GRANT) == responses.isEmpty()) {
      return wrong("The response type code and the grant type authorization_code go together.");
    }
    if (grants.contains("client_credentials") && typeOf(asked) == ClientType.PUBLIC) {
      return wrong("client_credentials is for clients that authenticate.");
    }
    String scope = asked.use().scope();
    return scope != null && Scopes.read(scope) instanceof Scopes.Unknown
        ? wrong("scope names a scope that does not exist.")
        : Optional.empty();
  }

  private static String sorted() {
    return String.join(", ", GRANTS.stream().sorted().toList());
  }

  private static Optional<OAuthError> problemWithRedirectUris(ClientMetadata asked) {
    if (asked.redirectUris().isEmpty() && asked.use().grantTypes().contains(CODE_GRANT)) {
      return refused(Code.INVALID_REDIRECT_URI, "redirect_uris names at least one address.");
    }
    var problem =
        ApplicationRules.problemsWithRedirectUris(asked.redirectUris(), typeOf(asked)).stream()
            .findFirst();
    if (problem.isPresent()) {
      return refused(Code.INVALID_REDIRECT_URI, sentence(problem.get()));
    }
    boolean isNative =
        asked.redirectUris().stream().map(RedirectUri::new).anyMatch(RedirectUri::isPrivateUse);
    return isNative && "web".equals(asked.software().kind())
        ? refused(
            Code.INVALID_REDIRECT_URI, "A scheme of its own is for the application_type native.")
        : Optional.empty();
  }

  private static Optional<OAuthError> problemWithKeys(ClientMetadata asked) {
    if (!asked.method().equals(BY_KEY)) {
      return Optional.empty();
    }
    return switch (asked.keys()) {
      case ClientKeys.None() -> wrong("private_key_jwt needs jwks or jwks_uri.");
      case ClientKeys.Registered(var jwks) ->
          ClientKeyRules.problemWith(jwks).flatMap(why -> wrong("jwks: " + why));
      case ClientKeys.Published(var at) ->
          first(ApplicationRules.problemsWithLink("jwks_uri", at.toString()).stream());
    };
  }

  private static Optional<OAuthError> problemWithListing(ClientMetadata asked) {
    String name = asked.name();
    var links = asked.links();
    return first(
        Stream.of(
                name == null ? List.<FieldProblem>of() : ApplicationRules.problemsWithName(name),
                ApplicationRules.problemsWithLink("client_uri", links.website()),
                ApplicationRules.problemsWithLink("tos_uri", links.termsOfService()),
                ApplicationRules.problemsWithLink("policy_uri", links.privacyPolicy()))
            .flatMap(List::stream));
  }

  /** What the rules about names say of the one that the app gives itself, if it does. */
  static Optional<OAuthError> problemWithName(
      ClientMetadata asked, Function<String, List<FieldProblem>> rules) {
    String name = asked.name();
    return name == null ? Optional.empty() : first(rules.apply(name).stream());
  }

  private static Optional<OAuthError> problemWithSoftware(ClientMetadata.Software software) {
    if (software.kind() != null && !Set.of("web", "native").contains(software.kind())) {
      return wrong("application_type is web or native.");
    }
    return isTooLong(software.id()) || isTooLong(software.version())
        ? wrong("software_id and software_version have at most " + LONGEST_TEXT + " characters.")
        : Optional.empty();
  }

  private static boolean isTooLong(@Nullable String text) {
    return text != null && text.length() > LONGEST_TEXT;
  }

  private static Optional<OAuthError> first(Stream<FieldProblem> problems) {
    return problems.findFirst().flatMap(problem -> wrong(sentence(problem)));
  }

  private static String sentence(FieldProblem problem) {
    String field = problem.path().equals("name") ? "client_name" : problem.path();
    return field + ": " + problem.message();
  }

  private static Optional<OAuthError> wrong(String description) {
    return refused(Code.INVALID_CLIENT_METADATA, description);
  }

  private static Optional<OAuthError> refused(Code code, String description) {
    return Optional.of(OAuthError.of(code, description));
  }
}
