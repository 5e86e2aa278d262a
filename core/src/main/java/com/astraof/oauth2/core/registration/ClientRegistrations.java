package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.ApplicationDeletion;
import com.astraof.oauth2.core.application.ApplicationNames;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers clients that ask for it themselves, and lets each look after its own registration.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591">RFC 7591</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7592">RFC 7592</a>
 */
public final class ClientRegistrations {
  /** Owns no verified application. */
  private static final UserId NOBODY = new UserId(0);

  private final RegistrationStore registrations;
  private final ApplicationStore applications;
  private final ApplicationDeletion deletion;
  private final Entrance entrance;
  private final Entropy entropy;
  private final ApplicationNames names;
  private final Door door;

  public ClientRegistrations(
      RegistrationStore registrations,
      ApplicationStore applications,
      ApplicationDeletion deletion,
      Entrance entrance,
      Entropy entropy,
      ApplicationNames names,
      Door door) {
    this.registrations = registrations;
    this.applications = applications;
    this.deletion = deletion;
    this.entrance = entrance;
    this.entropy = entropy;
    this.names = names;
    this.door = door;
  }

  /**
   * Who may come in.
   *
   * @param byToken whether an initial token is asked for
   * @param most how many applications may have come in by themselves
   */
  public record Door(boolean byToken, int most) {}

  /**
   * Whether somebody may register a client, as far as can be told before knowing the client.
   *
   * @param initialToken null for none
   */
  public boolean admits(@Nullable Secret initialToken, Instant now) {
    return !door.byToken()
        || (initialToken != null && registrations.isInvited(SecretHash.of(initialToken), now));
  }

  /**
   * @param initialToken null for none
   */
  public Outcome register(ClientMetadata asked, @Nullable Secret initialToken, Act act) {
    var problem = problemWith(asked, NOBODY);
    if (problem.isPresent()) {
      return new Outcome.Refused(problem.get());
    }
    var secret = isBySecret(asked) ? entropy.newSecret() : null;
    var token = entropy.newSecret();
    var application =
        entrance.prepare(
            asked, secret == null ? List.of() : List.of(kept(secret, act.at())), null, act.at());
    var registration = new Registration(SecretHash.of(token), asked.method(), asked.software());
    return switch (admit(application, registration, initialToken, act)) {
      case ADMITTED -> new Outcome.Registered(new Client(application, registration), token, secret);
      case TOKEN_VOID, NAME_TAKEN -> refused(Code.INVALID_TOKEN, "The initial token is used up.");
      case FULL ->
          refused(
              Code.TEMPORARILY_UNAVAILABLE,
              "So many applications have registered themselves that no more are taken at the moment.");
    };
  }

  private Admission.Outcome admit(
      Application application, Registration registration, @Nullable Secret token, Act act) {
    if (!door.byToken()) {
      return entrance.admit(application, registration, new Admission(null, door.most()), act);
    }
    return token == null
        ? Admission.Outcome.TOKEN_VOID
        : entrance.admit(
            application, registration, new Admission(SecretHash.of(token), door.most()), act);
  }

  private Optional<OAuthError> problemWith(ClientMetadata asked, UserId owner) {
    return MetadataRules.problemWith(asked)
        .or(() -> MetadataRules.problemWithName(asked, name -> names.problemsWith(name, owner)));
  }

  private static boolean isBySecret(ClientMetadata asked) {
    return asked.method().startsWith("client_secret_");
  }

  private static ClientSecret kept(Secret secret, Instant now) {
    return new ClientSecret(SecretHash.of(secret), now, "");
  }

  /** Whose registration this token opens; empty when it is not this client's. */
  public Optional<Client> open(String clientId, Secret token) {
    var id = ApplicationId.parse(clientId);
    return id.flatMap(registrations::find)
        .filter(registration -> registration.accessToken().matches(token))
        .flatMap(
            registration ->
                applications
                    .find(id.orElseThrow())
                    .filter(application -> application.oversight().disabled() == null)
                    .map(application -> new Client(application, registration)));
  }

  /**
   * Puts what a client says now in the place of all that it said before. Its secret stays, unless
   * it had none and needs one.
   */
  public Outcome change(Client client, Secret token, ClientMetadata asked, Act from) {
    var problem = problemWith(asked, client.application().owner());
    if (problem.isPresent()) {
      return new Outcome.Refused(problem.get());
    }
    var before = client.application();
    var secrets = isBySecret(asked) ? before.client().secrets() : List.<ClientSecret>of();
    var secret = isBySecret(asked) && secrets.isEmpty() ? entropy.newSecret() : null;
    if (secret != null) {
      secrets = List.of(kept(secret, from.at()));
    }
    var after = SelfDescribed.changed(before, asked, secrets, null);
    var registration =
        new Registration(client.registration().accessToken(), asked.method(), asked.software());
    var event =
        AuditEvent.application(
            Event.APPLICATION_CHANGED, after.owner(), after.id(), byItself(after, from));
    return registrations.replace(after, registration, event)
        ? new Outcome.Registered(new Client(after, registration), token, secret)
        : refused(
            Code.TEMPORARILY_UNAVAILABLE, "The client was changed at the same time: try again.");
  }

  /** Deletes the application with all that it was granted. */
  public void delete(Client client, Act from) {
    boolean _ = deletion.delete(client.application(), byItself(client.application(), from));
  }

  private static Act byItself(Application application, Act from) {
    return from.by(new Who.App(application.id()));
  }

  private static Outcome refused(Code code, String description) {
    return new Outcome.Refused(OAuthError.of(code, description));
  }

  /** An application that has registered itself. */
  public record Client(Application application, Registration registration) {}

  /** Registered, or why not. */
  public sealed interface Outcome {
    /**
     * @param token opens the registration
     * @param secret a new one; null when none was made
     */
    record Registered(Client client, Secret token, @Nullable Secret secret) implements Outcome {}

    record Refused(OAuthError error) implements Outcome {}
  }
}
