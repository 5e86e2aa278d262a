package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.authorization.AuthorizationRequest.Pushed;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Problem;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.Thumbprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes authorization requests directly from apps that have authenticated, before any browser is
 * involved. They are held to the same rules as those that come through one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-2">RFC 9126 §2</a>
 */
public final class Pushing {
  private static final String KEY = "dpop_jkt";

  private final AuthorizationRequests requests;
  private final PushedRequests pushed;

  public Pushing(AuthorizationRequests requests, PushedRequests pushed) {
    this.requests = requests;
    this.pushed = pushed;
  }

  /**
   * @param key that the application holds, as a proof in the request shows; null for none
   */
  public Outcome push(
      Application application, Parameters form, @Nullable Thumbprint key, Instant now) {
    String announced = form.optional(KEY).orElse(null);
    if (key != null && announced != null && !announced.equals(key.value())) {
      return refused(
          Code.INVALID_DPOP_PROOF, "dpop_jkt names another key than the DPoP proof shows.");
    }
    Parameters own = form.with("client_id", application.clientId());
    return switch (requests.readPush(key == null ? own : own.with(KEY, key.value()), now)) {
      case Reading.Understood(var request) when request.bot() != null ->
          refused(
              Code.INVALID_SCOPE, "A bot is added by a link that a person follows; leave bot out.");
      case Reading.Understood(var request) -> new Outcome.Taken(pushed.seal(request, now));
      case Reading.SendBack(var _, var error) -> new Outcome.Refused(error);
      case Reading.Untold(var error) -> new Outcome.Refused(error);
      case Reading.Unanswerable(var problem) -> refused(Code.INVALID_REQUEST, description(problem));
    };
  }

  private static String description(Problem problem) {
    return switch (problem) {
      case UNKNOWN_CLIENT -> "client_id is not the one that authenticated.";
      case DISABLED_CLIENT -> "The application is disabled.";
      case NO_REDIRECT_URI -> "redirect_uri is missing.";
      case UNREGISTERED_REDIRECT_URI -> "redirect_uri is not registered, character by character.";
      case REPEATED -> "A parameter comes more than once.";
      case VOID_REQUEST_URI -> "A request that is pushed holds no request_uri.";
    };
  }

  private static Outcome refused(Code code, String description) {
    return new Outcome.Refused(OAuthError.of(code, description));
  }

  /** Where the request is found now, or what is wrong with it. */
  public sealed interface Outcome {
    record Taken(Pushed pushed) implements Outcome {}

    record Refused(OAuthError error) implements Outcome {}
  }
}
