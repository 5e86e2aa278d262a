package com.astraof.oauth2.server;

import com.astraof.oauth2.server.json.Json;
import java.io.PrintWriter;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that end everything have in common. */
final class EndingOptions {
  @Option(
      names = "--sessions",
      description = "Sessions from before end as well: people sign in here again.")
  private boolean sessions;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec specification = CommandSpec.create();

  boolean sessions() {
    return sessions;
  }

  /**
   * @param ended in words
   */
  void tell(String ended, Instant before, int endedSessions) {
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      var line = Json.object().put("issued_before", before.toString());
      out.println(Json.text(line.put("sessions", endedSessions)));
    } else {
      out.printf("Whatever was %s has ended. Bot tokens and client secrets stay.%n", ended);
      out.print(
          sessions
              ? "%d sessions have ended.%n".formatted(endedSessions)
              : "Sessions go on.%n".formatted());
    }
    out.flush();
  }
}
