package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Answer;
import com.astraof.oauth2.bench.wire.Visitor.WrongAnswer;

/** What an exchange or a refresh brings. */
record Tokens(String access, String refresh) {
  static Tokens in(Answer answer) {
    var tokens = new Tokens(answer.text("access_token"), answer.text("refresh_token"));
    if (answer.status() != 200 || tokens.access.isEmpty() || tokens.refresh.isEmpty()) {
      throw new WrongAnswer("expected an access token and a refresh token", answer);
    }
    return tokens;
  }
}
