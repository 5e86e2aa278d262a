package com.astraof.oauth2.server;

import com.astraof.oauth2.core.grant.GrantRegister.Count;
import com.astraof.oauth2.server.json.Json;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral grants count}: how many there are. */
@Command(
    name = "count",
    description = "Counts grants, each one sign-in to an app. The server may be running.",
    mixinStandardHelpOptions = true)
final class GrantsCountCommand implements Runnable {
  private static final String ROW = "%-8s  %12s%n";

  @Mixin private Installation installation = new Installation();

  @Option(names = "--user", paramLabel = UserNames.LABEL, description = "Only this user's.")
  private @Nullable String user;

  @Option(names = "--application", paramLabel = "ID", description = "Only this app's.")
  private @Nullable String application;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  GrantsCountCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    var choice = new GrantChoice(user, application, null);
    Count count = new GrantDesk(installation).count(choice, Surroundings.real().clock().instant());
    PrintWriter out = specification.commandLine().getOut();
    out.print(json ? line(count) : table(count));
    out.flush();
  }

  private static String line(Count count) {
    var line =
        Json.object()
            .put("living", count.living())
            .put("expired", count.expired())
            .put("ended", count.ended());
    return Json.text(line) + System.lineSeparator();
  }

  private static String table(Count count) {
    return ROW.formatted("GRANTS", "COUNT")
        + ROW.formatted("living", count.living())
        + ROW.formatted("expired", count.expired())
        + ROW.formatted("ended", count.ended());
  }
}
