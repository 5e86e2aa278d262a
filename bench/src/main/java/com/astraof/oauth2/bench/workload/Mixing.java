package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Answer;
import com.astraof.oauth2.bench.wire.Request;
import com.astraof.oauth2.bench.wire.Visitor;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One connection over which now this and now that is asked, as through a proxy. */
final class Mixing implements Visitor {
  private final List<Part> parts;
  private final Random chance;
  private final int sum;
  private Visitor last;

  Mixing(List<Part> parts, long seed) {
    this.parts = List.copyOf(parts);
    this.chance = new Random(seed);
    this.sum = parts.stream().mapToInt(Part::share).sum();
    this.last = parts.getFirst().visitor();
  }

  @Override
  public @Nullable Request next() {
    last = any();
    Request request = last.next();
    if (request == null) {
      last = parts.getFirst().visitor();
      return last.next();
    }
    return request;
  }

  private Visitor any() {
    int left = chance.nextInt(sum);
    for (Part part : parts) {
      left -= part.share();
      if (left < 0) {
        return part.visitor();
      }
    }
    return parts.getFirst().visitor();
  }

  @Override
  public void take(Answer answer) {
    last.take(answer);
  }

  /**
   * @param visitor the first one's never has nothing to ask
   */
  record Part(int share, Visitor visitor) {}
}
