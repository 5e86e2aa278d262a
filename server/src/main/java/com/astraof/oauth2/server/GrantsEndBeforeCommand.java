package com.astraof.oauth2.server;

import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code astral grants end-before}: what was issued before an instant is void. */
@Command(
    name = "end-before",
    description =
        "Ends whatever was issued to apps before an instant, at once and for everybody: refresh"
            + " tokens, codes and waiting devices. All access tokens of today end as well; apps"
            + " whose sign-in is younger fetch new ones. A running server follows within a second.",
    mixinStandardHelpOptions = true)
final class GrantsEndBeforeCommand implements Runnable {
  @Mixin private Installation installation = new Installation();
  @Mixin private EndingOptions options = new EndingOptions();

  @Parameters(
      paramLabel = "INSTANT",
      description = "2026-11-01 or 2026-11-01T08:00:00Z (in UTC), or how long ago: 30m, 24h, 7d.")
  private String instant = "";

  @Override
  public void run() {
    Instant now = Surroundings.real().clock().instant();
    Instant before = Since.read("INSTANT", instant, now);
    if (before.isAfter(now)) {
      throw new CannotStart(instant + " lies ahead: what is not issued yet cannot be ended.");
    }
    int sessions = new GrantDesk(installation).endBefore(before, options.sessions());
    options.tell("issued before " + before, before, sessions);
  }
}
