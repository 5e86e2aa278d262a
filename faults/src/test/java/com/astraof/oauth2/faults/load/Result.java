package com.astraof.oauth2.faults.load;

import com.astraof.oauth2.faults.check.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param body missing where there was none
 */
record Result(Outcome outcome, JsonNode body) {
  static Result without(Outcome outcome) {
    return new Result(outcome, MissingNode.getInstance());
  }

  boolean isAccepted() {
    return outcome instanceof Outcome.Accepted;
  }

  String text(String member) {
    return body.path(member).asString("");
  }
}
