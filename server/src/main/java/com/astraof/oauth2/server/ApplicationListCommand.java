package com.astraof.oauth2.server;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.id.ApplicationId;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral application list}: all of them, or those with a certain name. */
@Command(
    name = "list",
    description = "Lists the applications, the oldest first. The server may be running.",
    mixinStandardHelpOptions = true)
final class ApplicationListCommand implements Runnable {
  private static final int PORTION = 500;

  @Mixin private Installation installation = new Installation();

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Only those whose names contain this, in capitals or not.")
  private String name = "";

  @Option(names = "--json", description = "One JSON object on each line.")
  private boolean json;

  @Spec private CommandSpec specification;

  ApplicationListCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    PrintWriter out = specification.commandLine().getOut();
    out.print(json ? "" : ApplicationReport.head());
    new ApplicationDesk(installation).read(applications -> print(applications, out));
    out.flush();
  }

  private boolean print(ApplicationStore applications, PrintWriter out) {
    List<Application> portion = applications.after(new ApplicationId(0), PORTION);
    while (!portion.isEmpty()) {
      portion.stream()
          .filter(this::isWanted)
          .map(json ? ApplicationReport::line : ApplicationReport::row)
          .forEach(out::print);
      portion = applications.after(portion.getLast().id(), PORTION);
    }
    return true;
  }

  private boolean isWanted(Application application) {
    return folded(application.name()).contains(folded(name));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
