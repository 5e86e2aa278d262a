package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.factor.Passkey;
import com.astraof.oauth2.core.factor.PasskeyName;
import com.astraof.oauth2.core.factor.Passkeys;
import com.astraof.oauth2.core.factor.Passkeys.Registration;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.passkey.PasskeyQuestions;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Passkeys: {@code /users/@me/mfa/webauthn/credentials}, beside the contract and in its style. */
public final class PasskeyApi {
  private final Passkeys passkeys;
  private final PasskeyQuestions questions;
  private final Confirmations confirmations;

  public PasskeyApi(Passkeys passkeys, PasskeyQuestions questions, Confirmations confirmations) {
    this.passkeys = passkeys;
    this.questions = questions;
    this.confirmations = confirmations;
  }

  /** {@code GET}: the oldest first. */
  public Reply list(Call call, Actor.Person person) {
    var list = Json.array();
    passkeys.of(person.user().id()).forEach(passkey -> list.add(json(passkey)));
    return Reply.json(200, Json.text(list)).noStore();
  }

  /** {@code POST …/registration-options}: what is to be confirmed, is confirmed here. */
  public Reply options(Call call, Actor.Person person) {
    if (person.user().isUnclaimed()) {
      return ApiErrors.unclaimed();
    }
    return confirmations.confirmed(
        JsonBody.ofOptional(call),
        call,
        person,
        () -> Reply.json(200, questions.toRegister(person.session(), call.now())).noStore());
  }

  /** {@code POST}: with the account's first second factor come recovery codes. */
  public Reply register(Call call, Actor.Person person) {
    var body = JsonBody.of(call);
    var name = name(body);
    String answer = body.objectText("response").orElse("");
    return switch (passkeys.register(person.session(), name, answer, person.act(call))) {
      case Registration.Added(var passkey, var codes) -> {
        var json = json(passkey);
        codes.ifPresent(made -> json.set("backup_codes", TwoFactorApi.json(made)));
        yield Reply.json(200, Json.text(json)).noStore();
      }
      case Registration.Stale() ->
          invalid("response", "Ask for new options: these are used, expired or not yours.");
      case Registration.Unreadable() -> invalid("response", "This is no new passkey of this site.");
      case Registration.TooMany() -> invalid("response", "You have as many as there can be.");
    };
  }

  /** {@code PATCH …/{id}}. */
  public Reply rename(Call call, Actor.Person person) {
    passkeys.rename(person.user().id(), call.variable("id"), name(JsonBody.of(call)));
    return Reply.empty(204).noStore();
  }

  /** {@code DELETE …/{id}}: what is not there or not one's own is passed over. */
  public Reply remove(Call call, Actor.Person person) {
    return confirmations.confirmed(
        JsonBody.ofOptional(call),
        call,
        person,
        () -> {
          passkeys.remove(person.user().id(), call.variable("id"), person.act(call));
          return Reply.empty(204).noStore();
        });
  }

  /** {@code POST /users/@me/sudo/webauthn/authentication-options}. */
  public Reply confirmationOptions(Call call, Actor.Person person) {
    return Reply.json(200, questions.toConfirm(person.session(), call.now())).noStore();
  }

  static ObjectNode json(Passkey passkey) {
    Instant used = passkey.lastUsedAt();
    return Json.object()
        .put("id", passkey.id())
        .put("name", passkey.name())
        .put("created_at", Timestamps.text(passkey.createdAt()))
        .put("last_used_at", used == null ? null : Timestamps.text(used));
  }

  private static PasskeyName name(JsonBody body) {
    return PasskeyName.of(body.requiredString("name"))
        .orElseThrow(() -> new MalformedRequest("A name has 1 to 32 characters.", "name"));
  }

  private static Reply invalid(String path, String message) {
    return ApiErrors.invalid(List.of(new FieldProblem(path, message)));
  }
}
