package com.astraof.oauth2.server;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.Storage;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code astral application show}: one of them in full. */
@Command(
    name = "show",
    description = "Shows one application. The server may be running.",
    mixinStandardHelpOptions = true)
final class ApplicationShowCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Parameters(
      paramLabel = "ID",
      description = "The application, as astral application list has it.")
  private String id = "";

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  ApplicationShowCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    ApplicationId application = ApplicationDesk.id(id);
    var shown = new ApplicationDesk(installation).look(storage -> shown(application, storage));
    PrintWriter out = specification.commandLine().getOut();
    out.print(json ? Json.text(shown) + System.lineSeparator() : Sheet.of(shown));
    out.flush();
  }

  private ObjectNode shown(ApplicationId application, Storage storage) {
    Instant now = Surroundings.real().clock().instant();
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return storage
        .applications()
        .find(application)
        .map(found -> ApplicationReport.json(found, storage.insights().read(application, today)))
        .orElseThrow(() -> ApplicationDesk.unknown(id));
  }
}
