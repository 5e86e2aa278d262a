package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;

/** {@code GET /users/@me}: contract 5. */
public final class Me implements RestEndpoint<Actor> {
  @Override
  public Reply answer(Call call, Actor actor) {
    var json =
        switch (actor) {
          case Actor.Person(var user, var _) -> UserJson.own(user);
          case Actor.Bot(var user) -> UserJson.own(user);
          case Actor.App(var user, var token) -> UserJson.forApp(user, token.scopes());
        };
    return Reply.json(200, Json.text(json)).noStore();
  }

  static Reply reply(User user) {
    return Reply.json(200, Json.text(UserJson.own(user))).noStore();
  }
}
