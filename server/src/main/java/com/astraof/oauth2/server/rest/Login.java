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

/** {@code POST /auth/login}: contract 4. */
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
        .refusal(email, call.network(), new ApiErrors())
        .orElseGet(() -> signIn(call, email, password));
  }

  private Reply signIn(Call call, String email, Secret password) {
    Act act = call.act(new Who.Stranger());
    return switch (signIns.byPassword(email, password, SecondSteps.DOOR, act)) {
      case Outcome.Welcome(var user, var methods) -> {
        Secret token = sessions.open(user, methods, act);
        var json = Json.object().put("mfa", false).put("user_id", user.toString());
        yield Reply.json(200, Json.text(json.put("token", token.expose()))).noStore();
      }
      case Outcome.SecondStep(var ticket, var factors) -> secondStep(ticket, factors);
      case Outcome.Wrong() -> {
        limits.countFailure(email, call.network());
        yield ApiErrors.invalid(
            List.of(new FieldProblem("email", WRONG), new FieldProblem("password", WRONG)));
      }
      case Outcome.Busy() -> Register.busy();
    };
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
