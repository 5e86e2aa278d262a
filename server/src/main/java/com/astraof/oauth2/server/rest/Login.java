package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Accounts;
import com.astraof.oauth2.core.account.Accounts.SignIn;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
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

  private final Accounts accounts;
  private final Sessions sessions;
  private final SignInLimits limits;

  public Login(Accounts accounts, Sessions sessions, SignInLimits limits) {
    this.accounts = accounts;
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
        .orElseGet(() -> signIn(call, email, password));
  }

  private Reply signIn(Call call, String email, Secret password) {
    Act act = call.act(new Who.Stranger());
    return switch (accounts.signIn(email, password, act)) {
      case SignIn.Welcome(var user) -> {
        Secret token = sessions.open(user.id(), act);
        var json = Json.object().put("mfa", false).put("user_id", user.id().toString());
        yield Reply.json(200, Json.text(json.put("token", token.expose()))).noStore();
      }
      case SignIn.Wrong() -> {
        limits.countFailure(email, call);
        yield ApiErrors.invalid(
            List.of(new FieldProblem("email", WRONG), new FieldProblem("password", WRONG)));
      }
      case SignIn.Busy() -> Register.busy();
    };
  }
}
