package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.factor.TwoFactor;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /users/@me}: contract 5. */
public final class Me implements RestEndpoint<Actor> {
  private final TwoFactor factors;

  public Me(TwoFactor factors) {
    this.factors = factors;
  }

  @Override
  public Reply answer(Call call, Actor actor) {
    return switch (actor) {
      case Actor.Person(var user, var _) -> reply(user);
      case Actor.Bot(var user) -> reply(user);
      case Actor.App app -> forApp(app);
    };
  }

  Reply reply(User user) {
    return Reply.json(200, Json.text(UserJson.own(user, factors.of(user.id())))).noStore();
  }

  /** {@code GET /oauth2/userinfo}, too: who the user of an access token is (contract 8). */
  public Reply forApp(Call call, Actor.App app) {
    return forApp(app);
  }

  private Reply forApp(Actor.App app) {
    return Reply.json(200, Json.text(described(app))).noStore();
  }

  /** The user as an app may see them. */
  ObjectNode described(Actor.App app) {
    User user = app.user();
    return UserJson.forApp(user, app.token().scopes(), factors.of(user.id()));
  }
}
