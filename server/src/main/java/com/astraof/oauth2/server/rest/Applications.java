package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.ApplicationDeletion;
import com.astraof.oauth2.core.application.NewApplication;
import com.astraof.oauth2.core.application.Registrar;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth2/applications}: an owner's own (contract 7). */
public final class Applications {
  private final Owned owned;
  private final Registrar registrar;
  private final ApplicationDeletion deletion;
  private final Confirmations confirmations;

  public Applications(
      Owned owned, Registrar registrar, ApplicationDeletion deletion, Confirmations confirmations) {
    this.owned = owned;
    this.registrar = registrar;
    this.deletion = deletion;
    this.confirmations = confirmations;
  }

  /** {@code POST /oauth2/applications}: the one answer that shows both secrets. */
  public Reply create(Call call, Actor.Person person) {
    if (person.user().isUnclaimed()) {
      return ApiErrors.unclaimed();
    }
    var asked = newApplication(JsonBody.of(call), person.user().id());
    return switch (registrar.register(asked, person.act(call))) {
      case Registrar.Outcome.Refused(var problems) -> ApiErrors.invalid(problems);
      case Registrar.Outcome.Registered(var application, var bot, var credentials) -> {
        var json = ApplicationJson.of(application, owned.bot(bot));
        if (credentials.clientSecret() != null) {
          json.put("client_secret", credentials.clientSecret().expose());
        }
        json.withObjectProperty("bot").put("token", credentials.botToken().expose());
        yield Reply.json(200, Json.text(json)).noStore();
      }
    };
  }

  /** {@code GET /oauth2/applications/@me}. */
  public Reply list(Call call, Actor.Person person) {
    var list = Json.array();
    owned.all().of(person.user().id()).forEach(one -> list.add(json(one)));
    return Reply.json(200, Json.text(list)).noStore();
  }

  /** {@code GET /oauth2/applications/{id}}. */
  public Reply get(Call call, Actor.Person person) {
    return owned.answer(call, person, this::reply);
  }

  /** {@code DELETE /oauth2/applications/{id}}. */
  public Reply delete(Call call, Actor.Person person) {
    return confirmations.confirmed(
        JsonBody.ofOptional(call),
        call,
        person,
        () ->
            owned.answer(
                call,
                person,
                application ->
                    deletion.delete(application, person.act(call))
                        ? Reply.empty(204).noStore()
                        : ApiErrors.unknownApplication()));
  }

  private Reply reply(Application application) {
    return Reply.json(200, Json.text(json(application))).noStore();
  }

  private ObjectNode json(Application application) {
    return ApplicationJson.of(application, owned.bot(application));
  }

  private static NewApplication newApplication(JsonBody body, UserId owner) {
    return new NewApplication(
        owner,
        body.requiredString("name"),
        clientType(body),
        body.strings("redirect_uris"),
        body.bool("bot_public", true));
  }

  static ClientType clientType(JsonBody body) {
    return switch (body.string("client_type").orElse("confidential")) {
      case "confidential" -> ClientType.CONFIDENTIAL;
      case "public" -> ClientType.PUBLIC;
      default -> throw new MalformedRequest("This must be confidential or public.", "client_type");
    };
  }
}
