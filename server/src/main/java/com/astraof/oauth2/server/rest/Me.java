package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;

/** {@code GET /users/@me}: contract 5. */
public final class Me implements RestEndpoint {
  @Override
  public Reply answer(Call call, Actor actor) {
    var json =
        switch (actor) {
          case Actor.Person(var user) -> UserJson.own(user);
          case Actor.Bot(var user) -> UserJson.own(user);
          case Actor.App(var user, var token) -> UserJson.forApp(user, token.scopes());
        };
    return Reply.json(200, Json.text(json)).noStore();
  }
}
