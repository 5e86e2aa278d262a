package com.astraof.oauth2.bench.wire;

import org.jspecify.annotations.Nullable;

/** Who asks over one connection, one request after the other, and knows what is right. */
public interface Visitor {
  /** Null when there is nothing more to ask. */
  @Nullable Request next();

  /**
   * @throws WrongAnswer when it is not what a correct server answers
   */
  void take(Answer answer);

  /** A server under load must not begin to answer wrongly; such a run proves nothing. */
  final class WrongAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongAnswer(String expected, Answer answer) {
      super(expected + ", but came " + answer.summary(), null, false, false);
    }
  }
}
