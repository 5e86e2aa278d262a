package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code astral application enable}: it may begin anew. */
@Command(
    name = "enable",
    description =
        "Lets an app begin anew. Nothing that ended comes back: people sign in to it again, and its owner"
            + " resets the token of its bot.",
    mixinStandardHelpOptions = true)
final class ApplicationEnableCommand implements Runnable {
  @Mixin private ApplicationDecision decision = new ApplicationDecision();

  @Override
  public void run() {
    decision.take((overseer, id, now) -> overseer.enable(id, now), "%s may be used again.");
  }
}
