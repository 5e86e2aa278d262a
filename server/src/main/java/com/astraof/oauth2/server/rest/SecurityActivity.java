package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /users/@me/security-activity}: what happened to one's account, applications and
 * grants, newest first, {@code limit} at a time (1 to 100, else 50), from {@code before} on. Beside
 * the contract.
 */
public final class SecurityActivity implements RestEndpoint<Actor.Person> {
  private static final int MOST = 100;
  private static final int USUAL = 50;

  private final AuditLog audit;

  public SecurityActivity(AuditLog audit) {
    this.audit = audit;
  }

  @Override
  public Reply answer(Call call, Actor.Person person) {
    long before = number(call, "before", Long.MAX_VALUE, Long.MAX_VALUE);
    int limit = (int) number(call, "limit", MOST, USUAL);
    var list = Json.array();
    for (AuditLog.Entry entry : audit.of(person.user().id(), before, limit)) {
      list.add(json(entry));
    }
    return Reply.json(200, Json.text(list)).noStore();
  }

  static ObjectNode json(AuditLog.Entry entry) {
    AuditEvent event = entry.event();
    var application = event.subject().application();
    var guild = event.subject().guild();
    Optional<Place> place = event.visiblePlace();
    return Json.object()
        .put("id", Long.toString(entry.id()))
        .put("event", event.what().name().toLowerCase(Locale.ROOT))
        .put("at", Timestamps.text(event.act().at()))
        .put("application_id", application == null ? null : application.toString())
        .put("guild_id", guild == null ? null : guild.toString())
        .put("address", place.map(Place::address).orElse(null))
        .put("client_os", place.map(where -> where.device().system()).orElse(null))
        .put("client_platform", place.map(where -> where.device().browser()).orElse(null));
  }

  private static long number(Call call, String name, long most, long otherwise) {
    Optional<String> text = call.query().optional(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("[0-9]{1,18}")) {
      throw new MalformedRequest("This must be a whole number.", name);
    }
    long number = Long.parseLong(text.get());
    if (number < 1 || number > most) {
      throw new MalformedRequest("This must be from 1 to " + most + ".", name);
    }
    return number;
  }
}
