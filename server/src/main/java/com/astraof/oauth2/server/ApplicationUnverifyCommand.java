package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code astral application unverify}: that is not said any more. */
@Command(
    name = "unverify",
    description = "Takes the mark of a verified app away again. The server may be running.",
    mixinStandardHelpOptions = true)
final class ApplicationUnverifyCommand implements Runnable {
  @Mixin private ApplicationDecision decision = new ApplicationDecision();

  @Override
  public void run() {
    decision.take(
        (overseer, id, now) -> overseer.unverify(id, now), "%s is not verified any more.");
  }
}
