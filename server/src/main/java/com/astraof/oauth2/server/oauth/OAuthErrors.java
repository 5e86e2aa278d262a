package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;

/**
 * Errors of the protocol's endpoints: {@code error} and {@code error_description}, never cached.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749 §5.2</a>
 */
public final class OAuthErrors implements ErrorShape {

  public static Reply reply(OAuthError error) {
    return reply(error.code().status(), error);
  }

  private static Reply reply(int status, OAuthError error) {
    var json = Json.object();
    json.put("error", error.code().wire());
    json.put("error_description", error.description());
    return Reply.json(status, Json.text(json)).noStore().remark("outcome", error.code().wire());
  }

  @Override
  public Reply malformed(FieldProblem problem) {
    return reply(OAuthError.of(Code.INVALID_REQUEST, problem.message()));
  }

  @Override
  public Reply unreadable(int status) {
    String description = "The request is not well-formed HTTP/1.1, or too long.";
    return reply(status, OAuthError.of(Code.INVALID_REQUEST, description));
  }

  @Override
  public Reply tooLarge(int largest) {
    String description = "The body has more than " + largest + " bytes.";
    return reply(413, OAuthError.of(Code.INVALID_REQUEST, description));
  }

  @Override
  public Reply unrouted(int status) {
    String description =
        status == 405 ? "Use the method that Allow names." : "There is no such endpoint.";
    return reply(status, OAuthError.of(Code.INVALID_REQUEST, description));
  }

  @Override
  public Reply tooMany(double retryAfterSeconds, boolean global) {
    String description = "Too many requests. Wait as long as Retry-After says.";
    return reply(429, OAuthError.of(Code.TEMPORARILY_UNAVAILABLE, description));
  }

  @Override
  public Reply failed(int status, String callId) {
    Code code = status == 503 ? Code.TEMPORARILY_UNAVAILABLE : Code.SERVER_ERROR;
    return reply(status, OAuthError.of(code, "Something went wrong here. Request " + callId + "."));
  }
}
