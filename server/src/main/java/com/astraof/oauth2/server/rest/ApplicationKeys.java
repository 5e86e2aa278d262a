package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.application.ApplicationSecrets;
import com.astraof.oauth2.core.application.ApplicationSecrets.Outcome;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** New client secrets and bot tokens, each shown in one answer only (contract 7). */
public final class ApplicationKeys {
  private final Owned owned;
  private final ApplicationSecrets secrets;
  private final Confirmations confirmations;

  public ApplicationKeys(Owned owned, ApplicationSecrets secrets, Confirmations confirmations) {
    this.owned = owned;
    this.secrets = secrets;
    this.confirmations = confirmations;
  }

  /** {@code POST /oauth2/applications/{id}/client-secret/reset}: the old ones are dead at once. */
  public Reply reset(Call call, Actor.Person person) {
    return confirmed(
        call,
        person,
        application -> issued(secrets.reset(application, person.act(call)), this::withSecret));
  }

  /** {@code GET /oauth2/applications/{id}/client-secrets}: beside the contract, as the next two. */
  public Reply list(Call call, Actor.Person person) {
    return owned.answer(
        call,
        person,
        application -> Reply.json(200, Json.text(ApplicationJson.secrets(application))).noStore());
  }

  /** {@code POST /oauth2/applications/{id}/client-secrets}: one more beside the first. */
  public Reply add(Call call, Actor.Person person) {
    return confirmed(
        call,
        person,
        application -> issued(secrets.add(application, person.act(call)), this::withSecret));
  }

  /** {@code POST /oauth2/applications/{id}/bot/reset-token}. */
  public Reply resetBotToken(Call call, Actor.Person person) {
    return confirmed(
        call,
        person,
        application ->
            issued(secrets.resetBotToken(application, person.act(call)), this::withToken));
  }

  /** {@code DELETE /oauth2/applications/{id}/client-secrets/{secret}}. */
  public Reply retire(Call call, Actor.Person person) {
    return confirmed(
        call,
        person,
        application ->
            SecretHash.read(call.variable("secret"))
                .map(secret -> retired(secrets.retire(application, secret, person.act(call))))
                .orElseGet(
                    () -> ApiErrors.reply(404, "GENERAL_ERROR", "There is no such secret.")));
  }

  private static Reply retired(ApplicationEditor.Outcome outcome) {
    return switch (outcome) {
      case ApplicationEditor.Outcome.Edited _ -> Reply.empty(204).noStore();
      case ApplicationEditor.Outcome.Refused(var problems) -> ApiErrors.invalid(problems);
      case ApplicationEditor.Outcome.Gone() -> ApiErrors.unknownApplication();
    };
  }

  private Reply confirmed(Call call, Actor.Person person, Function<Application, Reply> work) {
    return confirmations.confirmed(
        JsonBody.ofOptional(call), call, person, () -> owned.answer(call, person, work));
  }

  private static Reply issued(Outcome outcome, BiFunction<Application, Secret, ObjectNode> shown) {
    return switch (outcome) {
      case Outcome.Issued(var application, var secret) ->
          Reply.json(200, Json.text(shown.apply(application, secret))).noStore();
      case Outcome.Refused(var problems) -> ApiErrors.invalid(problems);
      case Outcome.Gone() -> ApiErrors.unknownApplication();
    };
  }

  private ObjectNode withSecret(Application application, Secret secret) {
    return ApplicationJson.of(application, owned.bot(application))
        .put("client_secret", secret.expose());
  }

  private ObjectNode withToken(Application application, Secret token) {
    var json = Json.object().put("token", token.expose());
    json.set("bot", ApplicationJson.bot(owned.bot(application)));
    return json;
  }
}
