package com.astraof.oauth2.server;

import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      storage.audit().export(from, entry -> out.print(AuditReport.line(entry)));
      out.flush();
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }
}
