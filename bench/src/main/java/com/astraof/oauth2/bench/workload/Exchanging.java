package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Answer;
import com.astraof.oauth2.bench.wire.Request;
import com.astraof.oauth2.bench.wire.Visitor;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An app that exchanges codes (RFC 6749 §4.1.3) with PKCE, until there are none left. */
final class Exchanging implements Visitor {
  private final World world;
  private final Queue<String> codes;
  private final Consumer<Tokens> tokens;
  private final String rest;

  Exchanging(World world, Queue<String> codes, Consumer<Tokens> tokens) {
    this.world = world;
    this.codes = codes;
    this.tokens = tokens;
    this.rest =
        "&grant_type=authorization_code&code_verifier="
            + Authorizing.VERIFIER
            + "&redirect_uri="
            + world.app().encodedRedirectUri();
  }

  @Override
  public @Nullable Request next() {
    String code = codes.poll();
    return code == null
        ? null
        : Request.form(world.paths().token(), world.app().basic(), "code=" + code + rest);
  }

  @Override
  public void take(Answer answer) {
    tokens.accept(Tokens.in(answer));
  }
}
