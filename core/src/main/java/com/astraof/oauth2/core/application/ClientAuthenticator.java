package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.ClientDirectory.Found;
import com.astraof.oauth2.core.application.PresentedCredential.Assertion;
import com.astraof.oauth2.core.application.PresentedCredential.Basic;
import com.astraof.oauth2.core.application.PresentedCredential.IdOnly;
import com.astraof.oauth2.core.application.PresentedCredential.Nothing;
import com.astraof.oauth2.core.application.PresentedCredential.Post;
import com.astraof.oauth2.core.application.PresentedCredential.Unreadable;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which application a presented credential belongs to.
 *
 * <p>Secrets are random values of 256 bits, so one SHA-256 protects them. An unknown client costs
 * the same hash and gets the same words as a wrong secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749 §2.3.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7521#section-4.2">RFC 7521 §4.2</a>
 */
public final class ClientAuthenticator {
  private static final SecretHash NOBODY =
      SecretHash.of(new Secret("compared with, so that an unknown client costs the same"));

  private final ClientDirectory clients;
  private final ClientAssertions assertions;

  public ClientAuthenticator(ClientDirectory clients, ClientAssertions assertions) {
    this.clients = clients;
    this.assertions = assertions;
  }

  public Outcome authenticate(PresentedCredential credential, Instant now) {
    var outcome = identify(credential, now);
    return outcome instanceof Outcome.Authenticated(var application)
            && application.isDisabledAt(now)
        ? new Outcome.Disabled(application)
        : outcome;
  }

  private Outcome identify(PresentedCredential credential, Instant now) {
    return switch (credential) {
      case Basic(var clientId, var secret) -> bySecret(find(clientId, now), secret);
      case Post(var clientId, var secret) -> bySecret(find(clientId, now), secret);
      case Assertion assertion -> byAssertion(assertion, now);
      case IdOnly(var clientId) -> withoutSecret(clientId, now);
      case Nothing() ->
          rejected(
              "Client authentication is missing: send client_id and client_secret, or an assertion.");
      case Unreadable() ->
          rejected("The Basic credentials cannot be read: send base64 of client_id:client_secret.");
    };
  }

  /** Who somebody says they are; empty for nobody. It has not been believed. */
  public static Optional<ApplicationId> claimed(PresentedCredential credential) {
    return switch (credential) {
      case Basic(var clientId, var _) -> ApplicationId.parse(clientId);
      case Post(var clientId, var _) -> ApplicationId.parse(clientId);
      case IdOnly(var clientId) -> ApplicationId.parse(clientId);
      case Assertion assertion ->
          ClientAssertion.read(assertion) instanceof ClientAssertion.Reading.Read(var read)
              ? ApplicationId.parse(read.subject())
              : Optional.empty();
      case Nothing(), Unreadable() -> Optional.empty();
    };
  }

  private static Outcome bySecret(Optional<Application> named, Secret secret) {
    var application = named.filter(Application::isConfidential);
    var hashes =
        application.stream()
            .flatMap(known -> known.client().secrets().stream())
            .map(ClientSecret::hash)
            .toList();
    // All are compared, and one where there is none, so that time tells nothing.
    boolean matches = hashes.stream().filter(hash -> hash.matches(secret)).count() > 0;
    boolean isSomebody = !hashes.isEmpty() || NOBODY.matches(secret);
    if (application.isEmpty() || !matches || !isSomebody) {
      return rejected("The client_id or client_secret is wrong.")
          .because(named, known -> SecretReasons.of(known, secret));
    }
    return application.get().demands(Demand.FAPI)
        ? rejected("With FAPI 2.0 no secret will do: authenticate by private_key_jwt.")
            .told(application.get())
        : new Outcome.Authenticated(application.get());
  }

  private Outcome byAssertion(Assertion presented, Instant now) {
    return switch (ClientAssertion.read(presented)) {
      case ClientAssertion.Reading.Unreadable(var why) -> rejected(why);
      case ClientAssertion.Reading.Read(var assertion) -> {
        String clientId = presented.clientId();
        yield clientId == null || clientId.equals(assertion.subject())
            ? byAssertion(assertion, now)
            : rejected("The client_id is not the sub of the client_assertion.");
      }
    };
  }

  private Outcome byAssertion(ClientAssertion assertion, Instant now) {
    var application = find(assertion.subject(), now);
    if (application.isEmpty()) {
      return rejected("The sub of the client_assertion is no application's client_id.");
    }
    return assertions
        .problemWith(assertion, application.get(), now)
        .<Outcome>map(why -> rejected(why).told(application.get()))
        .orElseGet(() -> new Outcome.Authenticated(application.get()));
  }

  private Outcome withoutSecret(String clientId, Instant now) {
    return switch (clients.find(clientId, now)) {
      case Found.Known(var application) when !application.isConfidential() ->
          new Outcome.Authenticated(application);
      case Found.Known(var application) -> withoutSecret(Optional.of(application));
      case Found.Unknown _ -> withoutSecret(Optional.empty());
      case Found.Unusable(var why) ->
          rejected("The document at the client_id cannot be used: " + why + ".");
    };
  }

  private static Outcome withoutSecret(Optional<Application> named) {
    return rejected("The client_id is wrong, or its secret or assertion is missing.")
        .because(named, _ -> Reason.of(Cause.SECRET_MISSING));
  }

  private Optional<Application> find(String clientId, Instant now) {
    return clients.find(clientId, now) instanceof Found.Known(var application)
        ? Optional.of(application)
        : Optional.empty();
  }

  private static Outcome.Rejected rejected(String description) {
    return new Outcome.Rejected(OAuthError.of(OAuthError.Code.INVALID_CLIENT, description), null);
  }

  /** Who it was, or why nobody. */
  public sealed interface Outcome {
    record Authenticated(Application application) implements Outcome {}

    /** It has proved who it is, and the operator keeps it from doing anything. */
    record Disabled(Application application) implements Outcome {}

    /**
     * @param claim who it was said to be, and why not believed; null for nobody there is
     */
    record Rejected(OAuthError error, @Nullable Claim claim) implements Outcome {
      private Rejected because(
          Optional<Application> application, Function<Application, Reason> reason) {
        return new Rejected(
            error,
            application.map(known -> new Claim(known.id(), reason.apply(known))).orElse(null));
      }

      private Rejected told(Application application) {
        return because(Optional.of(application), _ -> Reason.told(error));
      }
    }
  }

  /**
   * An application that somebody claimed to be.
   *
   * @param reason for its owner
   */
  public record Claim(ApplicationId application, Reason reason) {}
}
