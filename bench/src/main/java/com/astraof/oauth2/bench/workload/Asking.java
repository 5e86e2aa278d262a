package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Answer;
import com.astraof.oauth2.bench.wire.Request;
import com.astraof.oauth2.bench.wire.Visitor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who asks the same again and again, or as long as there is something to ask. */
final class Asking implements Visitor {
  private final Supplier<@Nullable Request> requests;
  private final String part;

  /**
   * @param part what has to be in each answer
   */
  Asking(Supplier<@Nullable Request> requests, String part) {
    this.requests = requests;
    this.part = part;
  }

  /** RFC 7662. */
  static Asking whether(World world, Tokens tokens) {
    return new Asking(() -> about(world, tokens.access()), "\"active\":true");
  }

  static Request about(World world, String access) {
    return Request.form(world.paths().introspect(), world.app().basic(), "token=" + access);
  }

  /** RFC 6750. */
  static Request me(World world, Tokens tokens) {
    String bearer = "Authorization: Bearer " + tokens.access() + "\r\n";
    return Request.get(world.paths().me(), bearer);
  }

  /** RFC 7009. */
  static Request end(World world, Tokens tokens) {
    String form = "token=" + tokens.refresh();
    return Request.form(world.paths().revoke(), world.app().basic(), form);
  }

  @Override
  public @Nullable Request next() {
    return requests.get();
  }

  @Override
  public void take(Answer answer) {
    if (!answer.is(200, part)) {
      throw new WrongAnswer("expected 200 with " + part, answer);
    }
  }
}
