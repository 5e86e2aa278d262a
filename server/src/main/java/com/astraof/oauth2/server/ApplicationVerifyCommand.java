package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code astral application verify}: it is what it says. */
@Command(
    name = "verify",
    description =
        "Tells people that an app is what it says: they see it beside its name. The server may be"
            + " running.",
    mixinStandardHelpOptions = true)
final class ApplicationVerifyCommand implements Runnable {
  @Mixin private ApplicationDecision decision = new ApplicationDecision();

  @Override
  public void run() {
    decision.take((overseer, id, now) -> overseer.verify(id, now), "%s is verified.");
  }
}
