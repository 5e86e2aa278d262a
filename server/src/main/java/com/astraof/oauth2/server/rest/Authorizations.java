package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.authorization.AuthorizedApps;
import com.astraof.oauth2.core.authorization.ConsentStore.Standing;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.token.AccessToken;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What users have allowed which apps: {@code /oauth2/@me} and below (contract 8). */
public final class Authorizations {
  private static final Scopes BOT = Scopes.of(Scope.BOT);

  private final AuthorizedApps apps;
  private final ApplicationStore applications;
  private final Me me;

  public Authorizations(AuthorizedApps apps, ApplicationStore applications, Me me) {
    this.apps = apps;
    this.applications = applications;
    this.me = me;
  }

  /** {@code GET /oauth2/@me/authorizations}. */
  public Reply list(Call call, Actor.Person person) {
    var list = Json.array();
    for (Standing standing : apps.of(person.user().id())) {
      list.add(json(standing));
    }
    return Reply.json(200, Json.text(list)).noStore();
  }

  static ObjectNode json(Standing standing) {
    Application application = standing.application();
    var json = Json.object();
    json.set(
        "application",
        ApplicationJson.listing(application).put("bot_public", application.bot().isPublic()));
    putScopes(json, standing.consent().scopes().minus(BOT));
    json.put("authorized_at", Timestamps.text(standing.consent().since()));
    json.put("last_used_at", Timestamps.text(standing.consent().lastUsedAt()));
    return json;
  }

  /** {@code DELETE /oauth2/@me/authorizations/{id}}. */
  public Reply remove(Call call, Actor.Person person) {
    Optional<ApplicationId> id =
        ApplicationId.parse(call.variable("id")).filter(one -> applications.find(one).isPresent());
    if (id.isEmpty()) {
      return ApiErrors.unknownApplication();
    }
    apps.remove(person.user().id(), id.get(), person.act(call));
    return Reply.empty(204).noStore();
  }

  /** {@code GET /oauth2/@me}: what an app holds in its hands. */
  public Reply current(Call call, Actor.App app) {
    AccessToken token = app.token();
    Optional<Application> application = applications.find(token.application());
    if (application.isEmpty()) {
      return ApiErrors.unknownApplication();
    }
    var json = Json.object();
    json.set("application", ApplicationJson.summary(application.get()));
    putScopes(json, token.scopes());
    json.put("expires", Timestamps.text(token.expiresAt()));
    var signIn = token.approval().authentication();
    if (signIn != null) {
      json.put("auth_time", signIn.at().getEpochSecond()).put("acr", signIn.acr().wire());
    }
    if (token.scopes().contains(Scope.IDENTIFY)) {
      json.set("user", me.described(app));
    }
    return Reply.json(200, Json.text(json)).noStore();
  }

  private static void putScopes(ObjectNode json, Scopes scopes) {
    var names = json.putArray("scopes");
    scopes.forEach(scope -> names.add(scope.wire()));
  }
}
