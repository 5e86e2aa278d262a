package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Accounts;
import com.astraof.oauth2.core.account.Accounts.Registration;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.account.SignUp;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.mail.MailDesk;
import java.util.List;

/** {@code POST /auth/register}: contract 4. */
public final class Register implements Endpoint {
  private static final List<String> NEVER_EMPTY =
      List.of("email", "username", "password", "date_of_birth");

  private final Accounts accounts;
  private final Sessions sessions;
  private final MailDesk mails;

  public Register(Accounts accounts, Sessions sessions, MailDesk mails) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.mails = mails;
  }

  @Override
  public Reply answer(Call call) {
    Act act = call.act(new Who.Stranger());
    return switch (accounts.register(signUp(JsonBody.of(call)), act)) {
      case Registration.Registered(var user) -> {
        mails.welcome(user, call);
        Secret token = sessions.open(user.id(), SignInMethod.BY_PASSWORD, act);
        var json = Json.object().put("user_id", user.id().toString());
        json.put("token", token.expose());
        if (mails.isOpen() && user.email() != null) {
          json.put("pending_verification", true);
        }
        yield Reply.json(200, Json.text(json)).noStore();
      }
      case Registration.Refused(var problems) -> ApiErrors.invalid(problems);
      case Registration.Busy() -> busy();
    };
  }

  static Reply busy() {
    return ApiErrors.reply(503, "GENERAL_ERROR", "Too many are signing in. Try again shortly.")
        .with("Retry-After", "2");
  }

  private static SignUp signUp(JsonBody body) {
    for (String field : NEVER_EMPTY) {
      if (body.isEmptyString(field)) {
        throw new MalformedRequest("This may be left out, but not empty.", field);
      }
    }
    var names =
        new SignUp.Names(
            body.string("username").orElse(null), body.string("global_name").orElse(null));
    var login =
        new SignUp.Login(
            body.string("email").orElse(null),
            body.verbatim("password").map(Secret::new).orElse(null));
    String dateOfBirth = body.string("date_of_birth").orElse(null);
    return new SignUp(names, login, dateOfBirth, body.bool("consent", false));
  }
}
