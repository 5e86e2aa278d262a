package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /auth/sessions}: where the user is signed in, and how to end it (contract 4). */
public final class SessionList {
  private static final int MOST = 100;

  private final Sessions sessions;
  private final Confirmations confirmations;

  public SessionList(Sessions sessions, Confirmations confirmations) {
    this.sessions = sessions;
    this.confirmations = confirmations;
  }

  /** {@code GET /auth/sessions}: the latest used first. */
  public Reply list(Call call, Actor.Person person) {
    var list = Json.array();
    sessions.of(person.user().id(), call.now()).forEach(session -> list.add(json(session)));
    return Reply.json(200, Json.text(list)).noStore();
  }

  static ObjectNode json(Session session) {
    Device device = session.place().device();
    return Json.object()
        .put("id", session.token().text())
        .put("approx_last_used_at", Timestamps.text(session.life().lastUsedAt()))
        .put("client_os", known(device.system()))
        .put("client_platform", known(device.browser()))
        .putNull("client_location");
  }

  private static String known(String word) {
    return word.isEmpty() ? "Unknown" : word;
  }

  /** {@code POST /auth/sessions/logout}: what is not there or not one's own is passed over. */
  public Reply end(Call call, Actor.Person person) {
    var body = JsonBody.of(call);
    List<String> ids = body.strings("session_id_hashes");
    if (ids.size() > MOST) {
      throw new MalformedRequest("There may be at most " + MOST + ".", "session_id_hashes");
    }
    var tokens = ids.stream().map(SecretHash::read).flatMap(Optional::stream).toList();
    return confirmations.confirmed(
        body,
        call,
        person,
        () -> {
          sessions.end(person.user().id(), tokens, person.act(call));
          return Reply.empty(204).noStore();
        });
  }
}
