package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.application.NewApplication;
import com.astraof.oauth2.core.application.Registrar;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth2/applications}: create, list and get (contract 7). */
public final class Applications {
  private final Registrar registrar;
  private final ApplicationStore applications;
  private final UserStore users;

  public Applications(Registrar registrar, ApplicationStore applications, UserStore users) {
    this.registrar = registrar;
    this.applications = applications;
    this.users = users;
  }

  /** {@code POST /oauth2/applications}: the one answer that shows the secrets. */
  public Reply create(Call call, Actor actor) {
    if (actor.user().isUnclaimed()) {
      return ApiErrors.reply(
          400,
          "UNCLAIMED_ACCOUNT_RESTRICTED",
          "Give your account an e-mail address and a password first.");
    }
    var asked = newApplication(JsonBody.of(call), actor.user().id());
    return switch (registrar.register(asked, call.now())) {
      case Registrar.Outcome.Refused(var problems) -> ApiErrors.invalid(problems);
      case Registrar.Outcome.Registered(var application, var bot, var credentials) -> {
        var json = ApplicationJson.of(application, bot);
        if (credentials.clientSecret() != null) {
          json.put("client_secret", credentials.clientSecret().expose());
        }
        json.withObjectProperty("bot").put("token", credentials.botToken().expose());
        yield Reply.json(200, Json.text(json)).noStore();
      }
    };
  }

  /** {@code GET /oauth2/applications/@me}. */
  public Reply list(Call call, Actor actor) {
    var list = Json.array();
    applications.ownedBy(actor.user().id()).forEach(one -> list.add(json(one)));
    return Reply.json(200, Json.text(list)).noStore();
  }

  /** {@code GET /oauth2/applications/{id}}. */
  public Reply get(Call call, Actor actor) {
    Optional<Application> found =
        ApplicationId.parse(call.variable("id")).flatMap(applications::find);
    if (found.isEmpty()) {
      return ApiErrors.reply(404, "UNKNOWN_APPLICATION", "There is no such application.");
    }
    if (!found.get().owner().equals(actor.user().id())) {
      return ApiErrors.reply(403, "ACCESS_DENIED", "This application is not yours.");
    }
    return Reply.json(200, Json.text(json(found.get()))).noStore();
  }

  private ObjectNode json(Application application) {
    var bot = users.find(new UserId(application.id().value())).orElseThrow();
    return ApplicationJson.of(application, bot);
  }

  private static NewApplication newApplication(JsonBody body, UserId owner) {
    ClientType type =
        switch (body.string("client_type").orElse("confidential")) {
          case "confidential" -> ClientType.CONFIDENTIAL;
          case "public" -> ClientType.PUBLIC;
          default ->
              throw new MalformedRequest("This must be confidential or public.", "client_type");
        };
    return new NewApplication(
        owner,
        body.requiredString("name"),
        type,
        body.strings("redirect_uris"),
        body.bool("bot_public", true));
  }
}
