package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Answer;
import com.astraof.oauth2.bench.wire.Figures;
import com.astraof.oauth2.bench.wire.Generator;
import com.astraof.oauth2.bench.wire.Pace;
import com.astraof.oauth2.bench.wire.Request;
import com.astraof.oauth2.bench.wire.Visitor;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is too much to check in the midst of load: that tokens which came under it verify with the
 * published keys, and that a retired refresh token is refused.
 */
public final class Proofs {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final World world;
  private final Generator generator;

  public Proofs(World world, Generator generator) {
    this.world = world;
    this.generator = generator;
  }

  /**
   * How many were verified.
   *
   * @throws IllegalStateException when one does not verify
   */
  public int verified(List<String> accessTokens) {
    if (accessTokens.isEmpty()) {
      return 0;
    }
    boolean signed = accessTokens.stream().allMatch(token -> token.split("\\.", -1).length == 3);
    if (!signed) {
      askAbout(accessTokens);
      return accessTokens.size();
    }
    try {
      JWKSet keys = JWKSet.parse(ask(Request.get(world.paths().keys(), "")).body());
      for (String token : accessTokens) {
        verify(SignedJWT.parse(token), keys);
      }
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("A token that came under load cannot be read", e);
    }
    return accessTokens.size();
  }

  private static void verify(SignedJWT token, JWKSet keys) throws JOSEException {
    JWK key = keys.getKeyByKeyId(token.getHeader().getKeyID());
    if (!(key instanceof AsymmetricJWK pair)) {
      throw new IllegalStateException("A token that came under load names an unknown key");
    }
    var factory = new DefaultJWSVerifierFactory();
    if (!token.verify(factory.createJWSVerifier(token.getHeader(), pair.toPublicKey()))) {
      throw new IllegalStateException("A token that came under load does not verify");
    }
  }

  /** What is no JWT, the server itself has to know. */
  private void askAbout(List<String> accessTokens) {
    for (String token : accessTokens) {
      if (!ask(Asking.about(world, token)).is(200, "\"active\":true")) {
        throw new IllegalStateException("A token that came under load is not active");
      }
    }
  }

  /**
   * Refreshes twice, and then once more with the first token.
   *
   * @return what was wrong; empty when that is refused
   */
  public Optional<String> rotation(Supplies supplies) {
    Tokens first = supplies.oneEach().getFirst();
    Tokens second = Tokens.in(ask(Refreshing.of(world, first)));
    Tokens third = Tokens.in(ask(Refreshing.of(world, second)));
    if (third.refresh().equals(second.refresh()) || third.refresh().equals(first.refresh())) {
      return Optional.of("A refresh token came twice");
    }
    Answer again = ask(Refreshing.of(world, first));
    return again.is(400, "\"invalid_grant\"")
        ? Optional.empty()
        : Optional.of("A retired refresh token was not refused: " + again.summary());
  }

  private Answer ask(Request request) {
    var answers = new ArrayList<Answer>();
    Figures figures =
        generator.drive(
            world.address(),
            List.of(new AtMost(1, new Listening(request, answers))),
            new Pace.AsFastAsAnswered(),
            LONG);
    if (!figures.isClean()) {
      throw new IllegalStateException("No answer: " + figures.complaints());
    }
    return answers.getFirst();
  }

  private record Listening(Request next, List<Answer> answers) implements Visitor {
    @Override
    public void take(Answer answer) {
      answers.add(answer);
    }
  }
}
