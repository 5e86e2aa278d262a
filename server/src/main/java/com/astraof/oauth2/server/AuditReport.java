package com.astraof.oauth2.server;

import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog.Entry;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.server.json.Json;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What happened, for the operator, a line each. */
final class AuditReport {
  private static final String ROW = "%-20s  %-28s  %-19s  %-19s  %-28s  %s%n";

  private AuditReport() {}

  static String head() {
    return ROW.formatted("AT", "EVENT", "USER", "APPLICATION", "BY", "FROM");
  }

  static String row(Entry entry) {
    AuditEvent event = entry.event();
    Object application = event.subject().application();
    return ROW.formatted(
        event.act().at().truncatedTo(ChronoUnit.SECONDS),
        name(event.what()),
        event.subject().user(),
        application == null ? "-" : application,
        by(event.act().who()),
        event.act().from().address());
  }

  /** One JSON object on a line. */
  static String line(Entry entry) {
    return Json.text(json(entry)) + System.lineSeparator();
  }

  /** As the operator writes it. */
  static String name(Event event) {
    return event.name().toLowerCase(Locale.ROOT);
  }

  private static String by(Who who) {
    return switch (who) {
      case Who.Person(var id) -> "user " + id;
      case Who.App(var id) -> "app " + id;
      case Who.Operator() -> "operator";
      case Who.Stranger() -> "-";
    };
  }

  private static ObjectNode json(Entry entry) {
    AuditEvent event = entry.event();
    var device = event.act().from().device();
    var json =
        Json.object()
            .put("id", entry.id())
            .put("at", event.act().at().toString())
            .put("event", name(event.what()));
    putActor(json, event.act().who());
    return json.put("user_id", event.subject().user().toString())
        .put("application_id", text(event.subject().application()))
        .put("grant_id", event.subject().grant())
        .put("guild_id", text(event.subject().guild()))
        .put("address", event.act().from().address())
        .put("browser", device.browser())
        .put("system", device.system());
  }

  private static void putActor(ObjectNode json, Who who) {
    switch (who) {
      case Who.Person(var id) -> json.put("by", "user").put("by_id", id.toString());
      case Who.App(var id) -> json.put("by", "application").put("by_id", id.toString());
      case Who.Operator() -> json.put("by", "operator").putNull("by_id");
      case Who.Stranger() -> json.put("by", "stranger").putNull("by_id");
    }
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
