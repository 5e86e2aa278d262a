package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.factor.Factors;
import com.astraof.oauth2.core.factor.RecoveryCodes;
import com.astraof.oauth2.core.factor.TotpSecret;
import com.astraof.oauth2.core.factor.TwoFactor;
import com.astraof.oauth2.core.factor.TwoFactor.Enabling;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;

/** Authenticator apps and recovery codes: {@code /users/@me/mfa} (contract 4). */
public final class TwoFactorApi {
  private final TwoFactor factors;
  private final Confirmations confirmations;

  public TwoFactorApi(TwoFactor factors, Confirmations confirmations) {
    this.factors = factors;
    this.confirmations = confirmations;
  }

  /**
   * {@code POST /users/@me/mfa/totp/enable}. Beside a passkey it has to be confirmed by that one;
   * the first second factor proves itself by its code.
   */
  public Reply enable(Call call, Actor.Person person) {
    var body = JsonBody.of(call);
    TotpSecret secret =
        TotpSecret.parse(body.requiredString("secret"))
            .orElseThrow(
                () -> new MalformedRequest("A secret is Base32 of 10 to 64 bytes.", "secret"));
    String code = body.requiredString("code");
    if (person.user().isUnclaimed()) {
      return ApiErrors.unclaimed();
    }
    Supplier<Reply> work =
        () -> enabled(factors.enable(person.user().id(), secret, code, person.act(call)));
    return factors.of(person.user().id()).areOn()
        ? confirmations.confirmed(body, call, person, work)
        : work.get();
  }

  private static Reply enabled(Enabling outcome) {
    return switch (outcome) {
      case Enabling.Enabled(var codes) -> reply(codes);
      case Enabling.WrongCode() ->
          ApiErrors.invalid(
              List.of(
                  new FieldProblem(
                      "code", "This is not the app's code at the moment. Is its clock right?")));
      case Enabling.AlreadyOn() ->
          ApiErrors.reply(400, "GENERAL_ERROR", "An authenticator app is set up already.");
    };
  }

  /** {@code POST /users/@me/mfa/totp/disable}: its code confirms it, too. */
  public Reply disable(Call call, Actor.Person person) {
    var body = JsonBody.of(call);
    if (!factors.of(person.user().id()).totp()) {
      return notEnabled();
    }
    return confirmations.confirmed(
        SudoFields.code(body, "code"),
        call,
        person,
        () ->
            factors.disable(person.user().id(), person.act(call))
                ? Reply.empty(204).noStore()
                : notEnabled());
  }

  /** {@code POST /users/@me/mfa/backup-codes}: new ones, beside the contract. */
  public Reply newCodes(Call call, Actor.Person person) {
    if (!factors.of(person.user().id()).areOn()) {
      return notEnabled();
    }
    return confirmations.confirmed(
        JsonBody.of(call),
        call,
        person,
        () -> reply(factors.newCodes(person.user().id(), person.act(call))));
  }

  /** {@code GET /users/@me/sudo/mfa-methods}. */
  public Reply methods(Call call, Actor.Person person) {
    Factors on = factors.of(person.user().id());
    var json =
        Json.object()
            .put("totp", on.totp())
            .put("sms", false)
            .put("webauthn", on.hasPasskey())
            .put("has_mfa", on.areOn());
    return Reply.json(200, Json.text(json)).noStore();
  }

  static Reply reply(RecoveryCodes codes) {
    var json = Json.object();
    json.set("backup_codes", json(codes));
    return Reply.json(200, Json.text(json)).noStore();
  }

  static ArrayNode json(RecoveryCodes codes) {
    var list = Json.array();
    codes.texts().forEach(text -> list.addObject().put("code", text));
    return list;
  }

  private static Reply notEnabled() {
    return ApiErrors.reply(400, "TWO_FA_NOT_ENABLED", "Two-factor authentication is off.");
  }
}
