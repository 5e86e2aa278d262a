package com.astraof.oauth2.core.device;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authorization.Consent;
import com.astraof.oauth2.core.authorization.ConsentStore;
import com.astraof.oauth2.core.device.DeviceAuthorization.Decision;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * Starts device authorizations, finds them by what a person types, and takes the person's decision.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3">RFC 8628 §3</a>
 */
public final class DeviceAuthorizations {
  private static final int TRIES = 20;
  private static final Scopes BOT_SCOPES = Scopes.of(Scope.BOT, Scope.APPLICATIONS_COMMANDS);

  private final DeviceAuthorizationStore store;
  private final ApplicationStore applications;
  private final ConsentStore consents;
  private final DeviceCodes codes;
  private final Entropy entropy;

  public DeviceAuthorizations(
      DeviceAuthorizationStore store,
      ApplicationStore applications,
      ConsentStore consents,
      DeviceCodes codes,
      Entropy entropy) {
    this.store = store;
    this.applications = applications;
    this.consents = consents;
    this.codes = codes;
    this.entropy = entropy;
  }

  /**
   * @param scope as it came; empty for none
   */
  public Start start(Application application, String scope, Instant now) {
    if (application.demands(Demand.FAPI)) {
      return refused(
          Code.UNAUTHORIZED_CLIENT,
          "The application binds itself to FAPI 2.0, which has no device authorization.");
    }
    return switch (Scopes.read(scope)) {
      case Scopes.Unknown(var name) when name.isEmpty() ->
          refused(Code.INVALID_SCOPE, "scope is missing: name at least one scope.");
      case Scopes.Unknown _ ->
          refused(Code.INVALID_SCOPE, "scope names a scope that does not exist.");
      case Scopes.Asked(var scopes) when !scopes.and(BOT_SCOPES).isEmpty() ->
          refused(Code.INVALID_SCOPE, "A bot is added in the browser, at the authorization page.");
      case Scopes.Asked(var scopes) -> start(application, scopes, now);
    };
  }

  private Start start(Application application, Scopes scopes, Instant now) {
    var id = GrantId.generate(entropy);
    for (int i = 0; i < TRIES; i++) {
      var userCode = UserCode.draw(entropy);
      var pending =
          new DeviceAuthorization(
              id,
              codes.keyed(userCode),
              application.id(),
              scopes,
              now.plus(DeviceAuthorization.LIFETIME),
              new Decision.Pending());
      if (store.add(pending, now)) {
        return new Start.Started(codes.of(pending), userCode);
      }
    }
    throw new IllegalStateException("No free user code in " + TRIES + " tries");
  }

  /** The one that waits under this code, of an application that exists. */
  public Optional<Asked> waiting(UserCode code, Instant now) {
    return store
        .findByUserCode(codes.keyed(code))
        .filter(found -> found.isPendingAt(now))
        .flatMap(found -> ofApplication(found, now));
  }

  /** The one that was shown, whatever became of it meanwhile. */
  public Optional<Asked> shown(GrantId id, Instant now) {
    return store.find(id).flatMap(found -> ofApplication(found, now));
  }

  /** One that started before its application was disabled is over. */
  private Optional<Asked> ofApplication(DeviceAuthorization authorization, Instant now) {
    return applications
        .find(authorization.application())
        .filter(application -> !application.isDisabledAt(now))
        .filter(
            application -> !authorization.startedAt().isBefore(application.oversight().validFrom()))
        .map(application -> new Asked(authorization, application));
  }

  /** What the user has approved for this application before. */
  public Scopes approvedBefore(Asked asked, User user) {
    return consents
        .find(user.id(), asked.application().id())
        .map(Consent::scopes)
        .orElse(Scopes.NONE);
  }

  /**
   * The user said yes. Of any number who do so at once, one lets the device in.
   *
   * @return whether it is this user's device now, by this yes or an earlier one
   */
  public boolean approve(Asked asked, Session session, Act act) {
    UserId user = session.user().id();
    var authorization = asked.authorization();
    return store.approve(authorization, user, session.signIn(), act)
        || store.find(authorization.id()).stream()
            .map(DeviceAuthorization::decision)
            .anyMatch(said -> said instanceof Decision.Approved(var by, _) && by.equals(user));
  }

  /**
   * The user said no.
   *
   * @return false when somebody decided before, or it was too late
   */
  public boolean deny(Asked asked, Instant now) {
    return store.deny(asked.authorization().id(), now);
  }

  private static Start refused(Code code, String description) {
    return new Start.Refused(OAuthError.of(code, description));
  }

  /** What a person is asked about. */
  public record Asked(DeviceAuthorization authorization, Application application) {}

  /** What a device is told. */
  public sealed interface Start {
    record Started(Secret deviceCode, UserCode userCode) implements Start {}

    record Refused(OAuthError error) implements Start {}
  }
}
