package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Errors of the JSON API: {@code code} for programs, {@code message} for people (contract 1.3 and
 * 1.4).
 */
public final class ApiErrors implements ErrorShape {
  private final @Nullable String path;

  public ApiErrors() {
    this(null);
  }

  private ApiErrors(@Nullable String path) {
    this.path = path;
  }

  /** For a body that is reported as one, wherever in it the problem is. */
  public static ApiErrors allOn(String path) {
    return new ApiErrors(path);
  }

  static Reply reply(int status, String code, String message) {
    return reply(status, body(code, message));
  }

  static Reply invalid(List<FieldProblem> problems) {
    var body = body("INVALID_FORM_BODY", "Some fields need to be mended.");
    var errors = body.putArray("errors");
    for (FieldProblem problem : problems) {
      errors.addObject().put("path", problem.path()).put("message", problem.message());
    }
    return reply(400, body);
  }

  /** Contract 4, sudo mode: who is there is to be confirmed in the same call. */
  static Reply confirmationMissing(boolean hasFactors) {
    String message =
        hasFactors
            ? "Confirm this with a second factor, in the fields mfa_method and mfa_code."
            : "Confirm this with your password, in the field password.";
    return reply(403, body("SUDO_MODE_REQUIRED", message).put("has_mfa", hasFactors));
  }

  static Reply accountClosed() {
    String message =
        "This account was closed by its owner. Send reopen: true with the sign-in to open it again.";
    return reply(403, "ACCOUNT_DISABLED", message);
  }

  /**
   * @param why in the operator's words
   */
  static Reply accountBlocked(String why) {
    String message =
        "This account was closed by the operator of the server, who alone can open it.";
    return reply(403, body("ACCOUNT_DISABLED", message).put("reason", why));
  }

  static Reply unclaimed() {
    String message = "Give your account an e-mail address and a password first.";
    return reply(400, "UNCLAIMED_ACCOUNT_RESTRICTED", message);
  }

  static Reply unknownApplication() {
    return reply(404, "UNKNOWN_APPLICATION", "There is no such application.");
  }

  static Reply unknownUser() {
    return reply(404, "UNKNOWN_USER", "There is no such user.");
  }

  static Reply tagTaken() {
    String message = "This username is taken with this number, or too many have it already.";
    return reply(400, "TAG_ALREADY_TAKEN", message);
  }

  private static ObjectNode body(String code, String message) {
    return Json.object().put("code", code).put("message", message);
  }

  private static Reply reply(int status, ObjectNode body) {
    return Reply.json(status, Json.text(body))
        .noStore()
        .remark("outcome", body.path("code").stringValue());
  }

  @Override
  public Reply malformed(FieldProblem problem) {
    return invalid(List.of(path == null ? problem : new FieldProblem(path, problem.message())));
  }

  @Override
  public Reply unreadable(int status) {
    String message = "The request is not well-formed HTTP/1.1, or too long.";
    return reply(status, "GENERAL_ERROR", message);
  }

  @Override
  public Reply tooLarge(int largest) {
    return reply(413, "GENERAL_ERROR", "The body has more than " + largest + " bytes.");
  }

  @Override
  public Reply unrouted(int status) {
    String message =
        status == 405 ? "Use the method that Allow names." : "There is no such endpoint.";
    return reply(status, "GENERAL_ERROR", message);
  }

  @Override
  public Reply tooMany(double retryAfterSeconds, boolean global) {
    var body = body("RATE_LIMITED", "Too many requests. Wait for retry_after seconds.");
    body.put("global", global);
    body.put("retry_after", retryAfterSeconds);
    return reply(429, body);
  }

  @Override
  public Reply failed(int status, String callId) {
    return reply(status, "GENERAL_ERROR", "Something went wrong here. Request " + callId + ".");
  }
}
