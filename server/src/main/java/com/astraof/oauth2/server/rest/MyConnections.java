package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.connection.Connection;
import com.astraof.oauth2.core.connection.Connections;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /users/@me/connections}: contract 5. An app is not shown what the user hides, and bots
 * have no connections.
 */
public final class MyConnections implements RestEndpoint<Actor> {
  private final Connections connections;

  public MyConnections(Connections connections) {
    this.connections = connections;
  }

  @Override
  public Reply answer(Call call, Actor actor) {
    return switch (actor) {
      case Actor.Person(var user, var _) -> reply(connections.of(user.id()));
      case Actor.App(var user, var _) -> reply(connections.visibleOf(user.id()));
      case Actor.Bot _ -> ApiErrors.reply(403, "ACCESS_DENIED", "Bots have no connections.");
    };
  }

  private static Reply reply(List<Connection> connections) {
    var list = Json.array();
    connections.forEach(connection -> list.add(json(connection)));
    return Reply.json(200, Json.text(list)).noStore();
  }

  static ObjectNode json(Connection connection) {
    var account = connection.account();
    return Json.object()
        .put("id", account.id())
        .put("name", account.name())
        .put("type", account.type())
        .put("verified", true)
        .put("visibility", connection.visibility().number())
        .put("revoked", false)
        .put("show_activity", false)
        .put("two_way_link", false);
  }
}
