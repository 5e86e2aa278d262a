package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.factor.Confirmer;
import com.astraof.oauth2.core.factor.Proof;
import com.astraof.oauth2.core.factor.SudoTokens;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Cookies;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.limit.CodeGuesses;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sudo mode of contract 4: what cannot be undone asks for the password in the same body, or for a
 * second factor where there is one. A second factor is remembered for some minutes, by a token that
 * is good in this session alone; a password is not.
 */
public final class Confirmations {
  static final String HEADER = "X-Sudo-Mode-Token";

  private final Confirmer confirmer;
  private final SudoTokens tokens;
  private final Cookies cookies;
  private final RateLimits limits;
  private final CodeGuesses guesses;

  public Confirmations(Confirmer confirmer, SudoTokens tokens, Cookies cookies, RateLimits limits) {
    this.confirmer = confirmer;
    this.tokens = tokens;
    this.cookies = cookies;
    this.limits = limits;
    this.guesses = new CodeGuesses(limits);
  }

  /** Does the work once it is confirmed who is there. */
  Reply confirmed(JsonBody body, Call call, Actor.Person person, Supplier<Reply> work) {
    if (isRemembered(call, person.session())) {
      return work.get();
    }
    boolean factors = confirmer.factors(person.user().id()).areOn();
    return confirmed(SudoFields.in(body, factors), call, person, work);
  }

  /** The same by these fields, whatever is remembered. */
  Reply confirmed(SudoFields fields, Call call, Actor.Person person, Supplier<Reply> work) {
    return switch (fields.proof()) {
      case Proof.Nothing _ -> check(fields, call, person).orElseGet(work);
      case Proof.Password _ -> byPassword(fields, call, person).orElseGet(work);
      case Proof.Code _ ->
          byCode(fields, call, person).orElseGet(() -> remembered(work, call, person));
      case Proof.PasskeyAnswer _ ->
          check(fields, call, person).orElseGet(() -> remembered(work, call, person));
    };
  }

  private boolean isRemembered(Call call, Session session) {
    return call.header(HEADER)
        .or(() -> cookies.read(call, Cookies.Name.SUDO))
        .filter(token -> tokens.opens(token, session, call.now()))
        .isPresent();
  }

  private Reply remembered(Supplier<Reply> work, Call call, Actor.Person person) {
    String token = tokens.issue(person.session(), call.now()).expose();
    return work.get().with(HEADER, token).with("Set-Cookie", cookies.set(Cookies.Name.SUDO, token));
  }

  private Optional<Reply> byPassword(SudoFields fields, Call call, Actor.Person person) {
    String key = person.user().id().toString();
    if (limits.isExhausted(Limit.CONFIRMATION_FAILURES, key)) {
      return Optional.of(limits.exhausted(Limit.CONFIRMATION_FAILURES, key, new ApiErrors()));
    }
    return check(fields, call, person);
  }

  private Optional<Reply> byCode(SudoFields fields, Call call, Actor.Person person) {
    UserId user = person.user().id();
    return guesses
        .refusal(user, new ApiErrors())
        .or(
            () -> {
              var refusal = check(fields, call, person);
              if (refusal.isEmpty()) {
                guesses.giveBack(user);
              }
              return refusal;
            });
  }

  private Optional<Reply> check(SudoFields fields, Call call, Actor.Person person) {
    return switch (confirmer.confirm(person.session(), fields.proof(), person.act(call))) {
      case CONFIRMED -> Optional.empty();
      case MISSING ->
          Optional.of(ApiErrors.confirmationMissing(confirmer.factors(person.user().id()).areOn()));
      case BUSY -> Optional.of(Register.busy());
      case WRONG -> Optional.of(wrong(fields, person));
    };
  }

  private Reply wrong(SudoFields fields, Actor.Person person) {
    if (fields.proof() instanceof Proof.Password) {
      limits.count(Limit.CONFIRMATION_FAILURES, person.user().id().toString());
    }
    String message =
        switch (fields.proof()) {
          case Proof.Nothing _, Proof.Password _ -> "This is not your password.";
          case Proof.Code _ -> SecondSteps.WRONG_CODE;
          case Proof.PasskeyAnswer _ -> SecondSteps.WRONG_PASSKEY;
        };
    return ApiErrors.invalid(List.of(new FieldProblem(fields.path(), message)));
  }
}
