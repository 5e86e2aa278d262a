package com.astraof.oauth2.server;

import com.astraof.oauth2.server.json.Json;
import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral grants revoke}: ends those of a user, an app, or from before an instant. */
@Command(
    name = "revoke",
    description =
        "Ends grants one by one, with a line in the audit log for each. What the user approved"
            + " stays approved. A running server follows within a second.",
    mixinStandardHelpOptions = true)
final class GrantsRevokeCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Option(names = "--user", paramLabel = UserNames.LABEL, description = "Only this user's.")
  private @Nullable String user;

  @Option(names = "--application", paramLabel = "ID", description = "Only this app's.")
  private @Nullable String application;

  @Option(
      names = "--before",
      paramLabel = "WHEN",
      description =
          "Only those opened before: 2026-11-01 or 2026-11-01T08:00:00Z (in UTC), or how long ago:"
              + " 30m, 24h, 7d.")
  private @Nullable String before;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  GrantsRevokeCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    if (user == null && application == null && before == null) {
      throw new CannotStart(
          "Say which: --user, --application or --before. astral grants end-all ends everything.");
    }
    int ended = new GrantDesk(installation).revoke(new GrantChoice(user, application, instant()));
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      out.println(Json.text(Json.object().put("grants", ended)));
    } else {
      out.printf(ended == 1 ? "%d grant is ended.%n" : "%d grants are ended.%n", ended);
    }
    out.flush();
  }

  private @Nullable Instant instant() {
    String text = before;
    return text == null
        ? null
        : Since.read("--before", text, Surroundings.real().clock().instant());
  }
}
