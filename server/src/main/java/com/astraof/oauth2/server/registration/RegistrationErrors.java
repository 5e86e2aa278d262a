package com.astraof.oauth2.server.registration;

import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.oauth.OAuthErrors;

/**
 * Errors of registration: those of the protocol, where a body that cannot be read is metadata that
 * cannot stand.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2.2">RFC 7591 §3.2.2</a>
 */
public final class RegistrationErrors implements ErrorShape {
  private final OAuthErrors protocol = new OAuthErrors();

  /** What nobody may do who brings no valid token, with a challenge (RFC 6750 §3). */
  static Reply unauthorized(OAuthError error) {
    return OAuthErrors.reply(error)
        .with("WWW-Authenticate", "Bearer realm=\"Astral\", error=\"invalid_token\"");
  }

  static Reply reply(OAuthError error) {
    return error.code() == Code.INVALID_TOKEN ? unauthorized(error) : OAuthErrors.reply(error);
  }

  @Override
  public Reply malformed(FieldProblem problem) {
    boolean isWhole = problem.path().equals("root");
    String description = isWhole ? problem.message() : problem.path() + ": " + problem.message();
    boolean isRedirectUri = problem.path().startsWith("redirect_uris");
    Code code = isRedirectUri ? Code.INVALID_REDIRECT_URI : Code.INVALID_CLIENT_METADATA;
    return reply(OAuthError.of(code, description));
  }

  @Override
  public Reply unreadable(int status) {
    return protocol.unreadable(status);
  }

  @Override
  public Reply tooLarge(int largest) {
    return protocol.tooLarge(largest);
  }

  @Override
  public Reply unrouted(int status) {
    return protocol.unrouted(status);
  }

  @Override
  public Reply tooMany(double retryAfterSeconds, boolean global) {
    return protocol.tooMany(retryAfterSeconds, global);
  }

  @Override
  public Reply failed(int status, String callId) {
    return protocol.failed(status, callId);
  }
}
