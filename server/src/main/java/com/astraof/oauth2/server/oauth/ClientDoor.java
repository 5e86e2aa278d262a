package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ClientAuthenticator;
import com.astraof.oauth2.core.application.PresentedCredential;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;

/**
 * Lets authenticated applications in to an endpoint that takes a form. Parameters count only in the
 * body: what stands in a query ends in logs and histories (RFC 6749 §2.3.1 and §3.2).
 */
public final class ClientDoor implements Endpoint {
  /** RFC 6749 §5.2: who it is was proved, so it is not {@code invalid_client}. */
  private static final OAuthError DISABLED =
      OAuthError.of(
          OAuthError.Code.UNAUTHORIZED_CLIENT,
          "The operator has disabled this application. Its owner finds the reason in the settings.");

  private final OAuthErrors errors = new OAuthErrors();
  private final ClientAuthenticator clients;
  private final RateLimits limits;
  private final Refusals refusals;
  private final FormEndpoint endpoint;

  public ClientDoor(
      ClientAuthenticator clients, RateLimits limits, Refusals refusals, FormEndpoint endpoint) {
    this.clients = clients;
    this.limits = limits;
    this.refusals = refusals;
    this.endpoint = endpoint;
  }

  @Override
  public Reply answer(Call call) {
    if (!call.target().query().isEmpty()) {
      throw new MalformedRequest("Send the parameters in the body, none in the query.");
    }
    Parameters form = call.form().withoutRepetition();
    var presented = Credentials.presentedIn(call, form);
    String guesses = call.network() + " " + claimed(presented);
    if (limits.isExhausted(Limit.CLIENT_FAILURES, guesses)) {
      return limits.exhausted(Limit.CLIENT_FAILURES, guesses, errors);
    }
    return switch (clients.authenticate(presented, call.now())) {
      case ClientAuthenticator.Outcome.Rejected rejected -> rejected(call, guesses, rejected);
      case ClientAuthenticator.Outcome.Disabled(var application) ->
          refusals
              .reply(call, application.id(), DISABLED, Reason.of(Cause.DISABLED))
              .remark("application", application.id());
      case ClientAuthenticator.Outcome.Authenticated(var application) ->
          limits
              .guard(
                  Limit.CLIENT,
                  key(call, application),
                  application.oversight().limitTimes(),
                  errors,
                  () -> answer(call, application, form))
              .remark("application", application.id());
    };
  }

  /** Routes words what is malformed; here it is known whose it is. */
  private Reply answer(Call call, Application application, Parameters form) {
    try {
      return endpoint.answer(call, application, form);
    } catch (MalformedRequest e) {
      var error = OAuthError.of(OAuthError.Code.INVALID_REQUEST, e.description());
      refusals.note(call, application.id(), error, Reason.told(error));
      throw e;
    }
  }

  /** Whose secret may be being guessed; one name for all that nobody has. */
  private static String claimed(PresentedCredential presented) {
    return ClientAuthenticator.claimed(presented).map(ApplicationId::toString).orElse("?");
  }

  /** Anyone can name a public application: what one address sends must not count for all. */
  private static String key(Call call, Application application) {
    String id = application.id().toString();
    return application.isConfidential() ? id : id + " " + call.network();
  }

  private Reply rejected(Call call, String guesses, ClientAuthenticator.Outcome.Rejected rejected) {
    limits.count(Limit.CLIENT_FAILURES, guesses);
    var claim = rejected.claim();
    if (claim != null) {
      refusals.note(call, claim.application(), rejected.error(), claim.reason());
    }
    Reply refusal = OAuthErrors.reply(rejected.error());
    boolean usedHeader = call.header("authorization").isPresent();
    Reply reply = usedHeader ? refusal.with("WWW-Authenticate", "Basic realm=\"Astral\"") : refusal;
    return limits.guard(Limit.CLIENT_FAILURES, call.network(), errors, () -> reply);
  }

  /** Answers an application that has proved who it is. */
  @FunctionalInterface
  public interface FormEndpoint {
    Reply answer(Call call, Application application, Parameters form);
  }
}
