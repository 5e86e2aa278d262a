package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.mail.EmailAddresses;
import com.astraof.oauth2.core.mail.PasswordResets;
import com.astraof.oauth2.core.mail.PasswordResets.Outcome;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.mail.MailDesk;
import com.astraof.oauth2.server.mail.MailDesk.Answer;
import java.util.List;

/** {@code /auth/forgot}, {@code /auth/reset} and {@code /auth/verify} (contract 1.5 and 4). */
public final class EmailApi {
  private static final String DEAD =
      "The link was used, has expired, or the account is another by now. Ask for a new one.";

  private final MailDesk desk;
  private final EmailAddresses addresses;
  private final PasswordResets resets;

  public EmailApi(MailDesk desk, EmailAddresses addresses, PasswordResets resets) {
    this.desk = desk;
    this.addresses = addresses;
    this.resets = resets;
  }

  /** {@code POST /auth/forgot}: the same answer for every address. */
  public Reply forgot(Call call) {
    String email = JsonBody.of(call).requiredString("email");
    if (!desk.isOpen()) {
      return closed();
    }
    return desk.forgot(email, call)
        .map(problem -> ApiErrors.invalid(List.of(problem)))
        .orElseGet(EmailApi::done);
  }

  /**
   * {@code POST /auth/reset}: signs nobody in, so that whatever else signing in asks for is asked.
   */
  public Reply reset(Call call) {
    var body = JsonBody.of(call);
    String token = body.requiredString("token");
    var password = new Secret(body.verbatim("password").orElse(""));
    boolean endAppAccess = body.bool("end_app_access", false);
    return switch (resets.reset(token, password, endAppAccess, stranger(call))) {
      case Outcome.Done() -> done();
      case Outcome.Dead() -> dead("token");
      case Outcome.Refused(var problem) ->
          ApiErrors.invalid(List.of(new FieldProblem("password", problem.message())));
      case Outcome.Busy() -> Register.busy();
    };
  }

  /** {@code POST /auth/verify}. */
  public Reply verify(Call call) {
    String token = JsonBody.of(call).requiredString("token");
    return addresses.verify(token, stranger(call)) ? done() : dead("token");
  }

  /** {@code POST /auth/verify/resend}. */
  public Reply resend(Call call, Actor.Person person) {
    return desk.isOpen() ? answered(desk.verify(person.user(), call)) : closed();
  }

  private static Reply closed() {
    return ApiErrors.reply(400, "GENERAL_ERROR", "This server sends no e-mail. Ask its operator.");
  }

  private static Reply answered(Answer answer) {
    return switch (answer) {
      case Answer.Sent() -> done();
      case Answer.TooOften() -> new ApiErrors().tooMany(3_600, false).with("Retry-After", "3600");
      case Answer.Refused(var problem) -> ApiErrors.invalid(List.of(problem));
    };
  }

  private static Reply dead(String field) {
    return ApiErrors.invalid(List.of(new FieldProblem(field, DEAD)));
  }

  private static Reply done() {
    return Reply.empty(204).noStore();
  }

  private static Act stranger(Call call) {
    return call.act(new Who.Stranger());
  }
}
