package com.astraof.oauth2.server.http;

import java.util.function.Supplier;

/** Is told of every answer; it must be quick and must not fail, for the answer waits. */
@FunctionalInterface
public interface Witness {
  Witness NOBODY = answered -> {};

  void saw(Answered answered);

  /**
   * Is there while the answer is made, and may remark something on it.
   *
   * @param route as in {@link Answered}
   */
  default Reply during(Call call, String route, Supplier<Reply> answer) {
    return answer.get();
  }

  /** Writes one line into the log for each answer. */
  static Witness log() {
    return new RequestLog();
  }

  default Witness and(Witness other) {
    return new BothWitnesses(this, other);
  }

  /**
   * One answer.
   *
   * @param request names the request in the log
   * @param method as it came, {@code GET} for {@code HEAD}
   * @param route the pattern, {@code -} where there is no such route
   */
  record Answered(String request, String method, String route, Reply reply, long nanos) {}
}
