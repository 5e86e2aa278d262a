package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.factor.Factors;
import com.astraof.oauth2.core.factor.SignIns;
import com.astraof.oauth2.core.factor.SignIns.Outcome;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.limit.SignInLimits;
import java.util.List;

/**
 * {@code POST /auth/login}: contract 4. Beside the contract, {@code reopen} opens an account again
 * that its owner has closed.
 */
public final class Login implements Endpoint {
  private static final String WRONG = "The e-mail address or the password is wrong.";

  private final SignIns signIns;
  private final Sessions sessions;
  private final SignInLimits limits;

  public Login(SignIns signIns, Sessions sessions, SignInLimits limits) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.limits = limits;
  }

  @Override
  public Reply answer(Call call) {
    var body = JsonBody.of(call);
    String email = body.requiredString("email");
    var password = new Secret(body.verbatim("password").orElse(""));
    return limits
        .refusal(email, call, new ApiErrors())
        .orElseGet(() -> signIn(call, email, password, body.bool("reopen", false)));
  }

  private Reply signIn(Call call, String email, Secret password, boolean reopens) {
    Act act = call.act(new Who.Stranger());
    return switch (signIns.byPassword(email, password, SecondSteps.DOOR, act)) {
      case Outcome.Welcome welcome -> signedIn(welcome, act);
      case Outcome.Closed(var user, var methods, var _) ->
          reopens ? signedIn(signIns.reopen(user, methods, act), act) : ApiErrors.accountClosed();
      case Outcome.Blocked(var block) -> ApiErrors.accountBlocked(block.reason());
      case Outcome.SecondStep(var ticket, var factors) -> secondStep(ticket, factors);
      case Outcome.Wrong() -> {
        limits.countFailure(email, call);
        yield ApiErrors.invalid(
            List.of(new FieldProblem("email", WRONG), new FieldProblem("password", WRONG)));
      }
      case Outcome.Busy() -> Register.busy();
    };
  }

  private Reply signedIn(Outcome.Welcome welcome, Act act) {
    Secret token = sessions.open(welcome.user(), welcome.methods(), act);
    var json = Json.object().put("mfa", false).put("user_id", welcome.user().toString());
    return Reply.json(200, Json.text(json.put("token", token.expose()))).noStore();
  }

  private static Reply secondStep(String ticket, Factors factors) {
    var json =
        Json.object()
            .put("mfa", true)
            .put("ticket", ticket)
            .put("totp", factors.totp())
            .put("sms", false)
            .put("webauthn", factors.hasPasskey());
    return Reply.json(200, Json.text(json)).noStore();
  }
}
