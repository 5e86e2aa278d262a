package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;

/** {@code GET /users/{id}}: what anyone may see of a user (contract 5). */
public final class Users implements RestEndpoint<Actor> {
  private final UserStore users;

  public Users(UserStore users) {
    this.users = users;
  }

  @Override
  public Reply answer(Call call, Actor actor) {
    return UserId.parse(call.variable("id"))
        .flatMap(users::find)
        .map(user -> Reply.json(200, Json.text(UserJson.partial(user))).noStore())
        .orElseGet(ApiErrors::unknownUser);
  }
}
