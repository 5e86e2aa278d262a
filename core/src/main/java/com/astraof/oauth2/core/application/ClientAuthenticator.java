package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.PresentedCredential.Basic;
import com.astraof.oauth2.core.application.PresentedCredential.IdOnly;
import com.astraof.oauth2.core.application.PresentedCredential.Nothing;
import com.astraof.oauth2.core.application.PresentedCredential.Post;
import com.astraof.oauth2.core.application.PresentedCredential.Unreadable;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.util.Optional;

/**
 * Decides which application a presented credential belongs to.
 *
 * <p>Secrets are random values of 256 bits, so one SHA-256 protects them. An unknown client costs
 * the same hash and gets the same words as a wrong secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749 §2.3.1</a>
 */
public final class ClientAuthenticator {
  private static final SecretHash NOBODY =
      SecretHash.of(new Secret("compared with, so that an unknown client costs the same"));

  private final ApplicationStore applications;

  public ClientAuthenticator(ApplicationStore applications) {
    this.applications = applications;
  }

  public Outcome authenticate(PresentedCredential credential) {
    return switch (credential) {
      case Basic(var clientId, var secret) -> bySecret(clientId, secret);
      case Post(var clientId, var secret) -> bySecret(clientId, secret);
      case IdOnly(var clientId) -> withoutSecret(clientId);
      case Nothing() ->
          rejected("Client authentication is missing: send client_id and client_secret.");
      case Unreadable() ->
          rejected("The Basic credentials cannot be read: send base64 of client_id:client_secret.");
    };
  }

  private Outcome bySecret(String clientId, Secret secret) {
    var application = find(clientId).filter(Application::isConfidential);
    var hashes =
        application.stream()
            .flatMap(known -> known.client().secrets().stream())
            .map(ClientSecret::hash)
            .toList();
    // All are compared, and one where there is none, so that time tells nothing.
    boolean matches = hashes.stream().filter(hash -> hash.matches(secret)).count() > 0;
    boolean isSomebody = !hashes.isEmpty() || NOBODY.matches(secret);
    return application.isPresent() && matches && isSomebody
        ? new Outcome.Authenticated(application.get())
        : rejected("The client_id or client_secret is wrong.");
  }

  private Outcome withoutSecret(String clientId) {
    return find(clientId)
        .filter(application -> !application.isConfidential())
        .<Outcome>map(Outcome.Authenticated::new)
        .orElseGet(() -> rejected("The client_id is wrong, or its client_secret is missing."));
  }

  private Optional<Application> find(String clientId) {
    return ApplicationId.parse(clientId).flatMap(applications::find);
  }

  private static Outcome rejected(String description) {
    return new Outcome.Rejected(OAuthError.of(OAuthError.Code.INVALID_CLIENT, description));
  }

  /** Who it was, or why nobody. */
  public sealed interface Outcome {
    record Authenticated(Application application) implements Outcome {}

    record Rejected(OAuthError error) implements Outcome {}
  }
}
