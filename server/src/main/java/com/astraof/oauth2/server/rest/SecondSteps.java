package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.factor.SignIns;
import com.astraof.oauth2.core.factor.SignIns.Outcome;
import com.astraof.oauth2.core.factor.SignIns.Pending;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.limit.CodeGuesses;
import com.astraof.oauth2.server.passkey.PasskeyQuestions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signing in by a second factor or a passkey: {@code /auth/login/mfa} and {@code /auth/webauthn}.
 */
public final class SecondSteps {
  /** What tickets and challenges of this door are bound to. */
  static final SecretHash DOOR = SecretHash.of(new Secret("the API's sign-in"));

  private static final String STALE = "Sign in again: the ticket is used, expired or not ours.";
  static final String WRONG_CODE = "This code is wrong, expired or used. Try the next one.";
  static final String WRONG_PASSKEY = "This is no answer of the account's passkey to this.";

  private final SignIns signIns;
  private final Sessions sessions;
  private final PasskeyQuestions questions;
  private final CodeGuesses guesses;

  public SecondSteps(
      SignIns signIns, Sessions sessions, PasskeyQuestions questions, CodeGuesses guesses) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.questions = questions;
    this.guesses = guesses;
  }

  /** {@code POST /auth/login/mfa/totp}: contract 4. */
  public Reply code(Call call) {
    var body = JsonBody.of(call);
    String code = body.requiredString("code");
    return pending(
        call,
        body,
        "code",
        pending ->
            guesses
                .refusal(pending.user(), new ApiErrors())
                .orElseGet(() -> code(call, body, pending, code)));
  }

  private Reply code(Call call, JsonBody body, Pending pending, String code) {
    Outcome outcome = signIns.byCode(pending, code, act(call));
    if (outcome.isProved()) {
      guesses.giveBack(pending.user());
    }
    return reply(call, body, outcome, "code", WRONG_CODE);
  }

  /** {@code POST /auth/login/mfa/webauthn/authentication-options}. */
  public Reply options(Call call) {
    return pending(
        call, JsonBody.of(call), "ticket", pending -> json(questions.toGoOn(pending, call.now())));
  }

  /** {@code POST /auth/login/mfa/webauthn}. */
  public Reply passkey(Call call) {
    var body = JsonBody.of(call);
    String answer = answer(body);
    return pending(
        call,
        body,
        "ticket",
        pending ->
            reply(
                call,
                body,
                signIns.byPasskey(pending, answer, act(call)),
                "response",
                WRONG_PASSKEY));
  }

  /** {@code POST /auth/webauthn/authentication-options}: for a sign-in without a password. */
  public Reply optionsAlone(Call call) {
    return json(questions.toSignIn(DOOR, call.now()));
  }

  /** {@code POST /auth/webauthn/authenticate}. */
  public Reply passkeyAlone(Call call) {
    var body = JsonBody.of(call);
    var outcome = signIns.byPasskeyAlone(answer(body), DOOR, act(call));
    return reply(call, body, outcome, "response", WRONG_PASSKEY);
  }

  private Reply pending(Call call, JsonBody body, String path, Function<Pending, Reply> work) {
    Optional<Pending> pending = signIns.pending(body.requiredString("ticket"), DOOR, call.now());
    return pending.map(work).orElseGet(() -> invalid(path, STALE));
  }

  private Reply reply(Call call, JsonBody body, Outcome outcome, String path, String wrong) {
    return switch (outcome) {
      case Outcome.Welcome welcome -> signedIn(welcome, call);
      case Outcome.Closed closed ->
          body.bool("reopen", false)
              ? signedIn(signIns.reopen(closed.user(), closed.methods(), act(call)), call)
              : ApiErrors.accountClosed();
      case Outcome.Blocked(var block) -> ApiErrors.accountBlocked(block.reason());
      case Outcome.SecondStep _, Outcome.Wrong() -> invalid(path, wrong);
      case Outcome.Busy() -> Register.busy();
    };
  }

  private Reply signedIn(Outcome.Welcome welcome, Call call) {
    Secret token = sessions.open(welcome.user(), welcome.methods(), act(call));
    var json = Json.object().put("user_id", welcome.user().toString());
    return json(Json.text(json.put("token", token.expose())));
  }

  private static String answer(JsonBody body) {
    return body.objectText("response").orElse("");
  }

  private static Act act(Call call) {
    return call.act(new Who.Stranger());
  }

  private static Reply json(String json) {
    return Reply.json(200, json).noStore();
  }

  private static Reply invalid(String path, String message) {
    return ApiErrors.invalid(List.of(new FieldProblem(path, message)));
  }
}
