package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Answer;
import com.astraof.oauth2.bench.wire.Request;
import com.astraof.oauth2.bench.wire.Visitor;
import java.util.function.Consumer;

/** An app that refreshes, each time with the token that the last refresh brought. */
final class Refreshing implements Visitor {
  private final World world;
  private final Consumer<Tokens> all;
  private Tokens tokens;

  Refreshing(World world, Tokens first, Consumer<Tokens> all) {
    this.world = world;
    this.tokens = first;
    this.all = all;
  }

  @Override
  public Request next() {
    return of(world, tokens);
  }

  static Request of(World world, Tokens tokens) {
    String form = "grant_type=refresh_token&refresh_token=" + tokens.refresh();
    return Request.form(world.paths().token(), world.app().basic(), form);
  }

  @Override
  public void take(Answer answer) {
    Tokens fresh = Tokens.in(answer);
    if (fresh.refresh().equals(tokens.refresh())) {
      throw new WrongAnswer("expected another refresh token", answer);
    }
    tokens = fresh;
    all.accept(fresh);
  }
}
