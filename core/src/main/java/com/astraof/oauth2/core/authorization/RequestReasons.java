package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Problem;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.insight.InsightStore.Refused;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.Refusal;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why an authorization request was refused, for the owner of the application that it names. */
public final class RequestReasons {
  private final ApplicationStore applications;

  public RequestReasons(ApplicationStore applications) {
    this.applications = applications;
  }

  /** Empty where the request names no application that there is. */
  public Optional<Refused> of(Reading.Refusal refusal, Parameters parameters, Instant now) {
    return single(parameters, "client_id")
        .flatMap(ApplicationId::parse)
        .flatMap(applications::find)
        .map(application -> refused(application, refusal, parameters, now));
  }

  private static Refused refused(
      Application application, Reading.Refusal refusal, Parameters parameters, Instant now) {
    return switch (refusal) {
      case Reading.SendBack(var _, var error) -> refused(application, error, now);
      case Reading.Untold(var error) -> refused(application, error, now);
      case Reading.Unanswerable(var problem) ->
          refused(
              application,
              problem == Problem.DISABLED_CLIENT ? Code.UNAUTHORIZED_CLIENT : Code.INVALID_REQUEST,
              reason(application, problem, parameters),
              now);
    };
  }

  private static Refused refused(Application application, OAuthError error, Instant now) {
    return refused(application, error.code(), Reason.told(error), now);
  }

  private static Refused refused(Application application, Code code, Reason reason, Instant now) {
    return new Refused(application.id(), new Refusal(now, Door.AUTHORIZE, code, reason));
  }

  private static Reason reason(Application application, Problem problem, Parameters parameters) {
    return switch (problem) {
      case DISABLED_CLIENT -> Reason.of(Cause.DISABLED);
      case NO_REDIRECT_URI -> Reason.of(Cause.REDIRECT_MISSING);
      case UNREGISTERED_REDIRECT_URI ->
          RedirectReasons.of(
              single(parameters, "redirect_uri").orElse(""), application.client().redirectUris());
      case UNKNOWN_CLIENT, REPEATED -> told("A parameter comes more than once.");
      case VOID_REQUEST_URI ->
          told("request_uri is not this application's, has expired or was answered before.");
    };
  }

  private static Reason told(String description) {
    return Reason.told(OAuthError.of(Code.INVALID_REQUEST, description));
  }

  private static Optional<String> single(Parameters parameters, String name) {
    List<String> values = parameters.every(name);
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
