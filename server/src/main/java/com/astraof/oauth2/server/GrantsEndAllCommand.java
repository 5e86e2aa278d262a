package com.astraof.oauth2.server;

import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code astral grants end-all}: whatever has been issued is void. */
@Command(
    name = "end-all",
    description =
        "Ends whatever has been issued to apps, at once and for everybody: access and refresh"
            + " tokens, codes and waiting devices. People sign in to their apps again. A running"
            + " server follows within a second.",
    mixinStandardHelpOptions = true)
final class GrantsEndAllCommand implements Runnable {
  @Mixin private Installation installation = new Installation();
  @Mixin private EndingOptions options = new EndingOptions();

  @Override
  public void run() {
    Instant now = Surroundings.real().clock().instant();
    int sessions = new GrantDesk(installation).endAll(options.sessions());
    options.tell("issued until now", now, sessions);
  }
}
