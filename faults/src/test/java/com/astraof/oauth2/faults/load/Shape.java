package com.astraof.oauth2.faults.load;

import com.astraof.oauth2.faults.check.Outcome;
import com.astraof.oauth2.faults.check.Outcome.Accepted;
import com.astraof.oauth2.faults.check.Outcome.Improper;
import com.astraof.oauth2.faults.check.Outcome.Refused;
import com.astraof.oauth2.faults.check.Outcome.Unavailable;
import com.astraof.oauth2.server.testing.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How an endpoint words its answers. */
enum Shape {
  /** RFC 6749 §5.2. */
  OAUTH("error", "error_description"),
  /** The JSON API. */
  API("code", "message");

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;
  private static final JsonMapper JSON = new JsonMapper();

  private final String code;
  private final String words;

  Shape(String code, String words) {
    this.code = code;
    this.words = words;
  }

  Result read(Answer answer) {
    if (answer.status() == NO_CONTENT || (answer.status() == OK && answer.body().isEmpty())) {
      return Result.without(new Accepted(""));
    }
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (JacksonException e) {
      return Result.without(new Improper(answer.status() + " without JSON"));
    }
    return new Result(outcome(answer, body), body);
  }

  private Outcome outcome(Answer answer, JsonNode body) {
    if (answer.status() == OK) {
      return new Accepted("");
    }
    String error = body.path(code).asString("");
    String description = body.path(words).asString("");
    if (error.isEmpty() || description.isEmpty()) {
      return new Improper(answer.status() + " without " + code + " and " + words);
    }
    String why = error + ": " + description;
    return switch (answer.status()) {
      case BAD_REQUEST, FORBIDDEN, NOT_FOUND -> new Refused(why);
      case UNAUTHORIZED -> unauthorized(answer, why);
      case UNAVAILABLE ->
          answer.header("Retry-After").isPresent()
              ? new Unavailable()
              : new Improper("503 without Retry-After");
      default -> new Improper(answer.status() + " " + why);
    };
  }

  /** RFC 9110 §15.5.2: a 401 says how to do better; sessions are no HTTP authentication. */
  private static Outcome unauthorized(Answer answer, String why) {
    boolean isBearer = answer.request().contains("Bearer ");
    return isBearer && answer.header("WWW-Authenticate").isEmpty()
        ? new Improper("401 without WWW-Authenticate")
        : new Refused(why);
  }
}
