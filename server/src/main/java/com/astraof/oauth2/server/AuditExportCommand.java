package com.astraof.oauth2.server;

import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code astral audit export}: one JSON object on each line, oldest first. */
@Command(
    name = "export",
    description = "Prints what happened as lines of JSON, oldest first. The server may be running.",
    mixinStandardHelpOptions = true)
final class AuditExportCommand implements Runnable {
  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description =
          "2026-11-01 or 2026-11-01T08:00:00Z (in UTC), or how long ago: 30m, 24h, 7d."
              + " Default: everything")
  private @Nullable String since;

  @Mixin private Installation installation = new Installation();

  @Spec private CommandSpec specification;

  AuditExportCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    Instant from = Since.read(since, Surroundings.real().clock().instant());
    try (var storage = Storage.reading(installation.data().database())) {
      PrintWriter out = specification.commandLine().getOut();
      storage.audit().export(from, entry -> out.println(Json.text(json(entry))));
      out.flush();
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }

  private static ObjectNode json(AuditLog.Entry entry) {
    AuditEvent event = entry.event();
    var device = event.act().from().device();
    var json =
        Json.object()
            .put("id", entry.id())
            .put("at", event.act().at().toString())
            .put("event", event.what().name().toLowerCase(Locale.ROOT));
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
