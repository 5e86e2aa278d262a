package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Answer;
import com.astraof.oauth2.bench.wire.Request;
import com.astraof.oauth2.bench.wire.Visitor;
import java.util.function.Consumer;

/** An app that asks for tokens of its own (RFC 6749 §4.4). */
final class Authenticating implements Visitor {
  private final World world;
  private final Consumer<String> access;

  Authenticating(World world, Consumer<String> access) {
    this.world = world;
    this.access = access;
  }

  @Override
  public Request next() {
    return Request.form(
        world.paths().token(), world.app().basic(), "grant_type=client_credentials");
  }

  @Override
  public void take(Answer answer) {
    if (!answer.is(200, "\"access_token\"")) {
      throw new WrongAnswer("expected an access token", answer);
    }
    access.accept(answer.text("access_token"));
  }
}
