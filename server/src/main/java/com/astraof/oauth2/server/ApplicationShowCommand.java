package com.astraof.oauth2.server;

import com.astraof.oauth2.core.id.ApplicationId;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code astral application show}: one of them, as JSON. */
@Command(
    name = "show",
    description = "Shows one application as JSON. The server may be running.",
    mixinStandardHelpOptions = true)
final class ApplicationShowCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Parameters(
      paramLabel = "ID",
      description = "The application, as astral application list has it.")
  private String id = "";

  @Spec private CommandSpec specification;

  ApplicationShowCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    ApplicationId application = ApplicationDesk.id(id);
    var found =
        new ApplicationDesk(installation).read(applications -> applications.find(application));
    PrintWriter out = specification.commandLine().getOut();
    out.print(ApplicationReport.line(found.orElseThrow(() -> ApplicationDesk.unknown(id))));
    out.flush();
  }
}
