package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.DisplayName;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Overseer;
import com.astraof.oauth2.core.application.Overseer.Outcome;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.server.json.Json;
import java.io.PrintWriter;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands that decide about one application have in common. */
final class ApplicationDecision {
  @Mixin private Installation installation = new Installation();

  @Parameters(
      paramLabel = "ID",
      description = "The application, as astral application list has it.")
  private String id = "";

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec specification = CommandSpec.create();

  /**
   * @param done what is said then, with the name
   */
  void take(Decision decision, String done) {
    Instant now = Surroundings.real().clock().instant();
    ApplicationId application = ApplicationDesk.id(id);
    var outcome =
        new ApplicationDesk(installation)
            .decide(overseer -> decision.take(overseer, application, now));
    PrintWriter out = specification.commandLine().getOut();
    switch (outcome) {
      case Outcome.Decided(var decided) -> out.print(said(decided, true, done));
      case Outcome.Unchanged(var same) -> out.print(said(same, false, "%s: it was so before."));
      case Outcome.Unknown() -> throw ApplicationDesk.unknown(id);
    }
    out.flush();
  }

  private String said(Application application, boolean changed, String words) {
    String said =
        json
            ? Json.text(Json.object().put("id", id).put("changed", changed))
            : words.formatted(DisplayName.clean(application.name()));
    return said + System.lineSeparator();
  }

  /** One of the operator's. */
  @FunctionalInterface
  interface Decision {
    Outcome take(Overseer overseer, ApplicationId application, Instant now);
  }
}
