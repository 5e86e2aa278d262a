package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Answer;
import com.astraof.oauth2.bench.wire.Request;
import com.astraof.oauth2.bench.wire.Visitor;
import org.jspecify.annotations.Nullable;

/** A visitor who has enough after so many requests. */
final class AtMost implements Visitor {
  private final Visitor visitor;
  private int left;

  AtMost(int requests, Visitor visitor) {
    this.left = requests;
    this.visitor = visitor;
  }

  @Override
  public @Nullable Request next() {
    return left-- > 0 ? visitor.next() : null;
  }

  @Override
  public void take(Answer answer) {
    visitor.take(answer);
  }
}
