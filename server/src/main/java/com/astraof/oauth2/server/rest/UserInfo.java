package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;

/** {@code GET /oauth2/userinfo}: who the user of an access token is (contract 8). */
public final class UserInfo {
  private UserInfo() {}

  public static Reply answer(Call call, Actor.App app) {
    return Reply.json(200, Json.text(UserJson.forApp(app.user(), app.token().scopes()))).noStore();
  }
}
