package com.astraof.oauth2.server;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code astral application disable}: it may do nothing. */
@Command(
    name = "disable",
    description =
        "Ends all that an app holds: codes, tokens, waiting devices and its bot's token. Nobody is led to"
            + " it any more. A running server follows within a second.",
    mixinStandardHelpOptions = true)
final class ApplicationDisableCommand implements Runnable {
  @Mixin private ApplicationDecision decision = new ApplicationDecision();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for its owner, who reads it in the settings.")
  private @Nullable String reason;

  @Override
  public void run() {
    decision.take((overseer, id, now) -> overseer.disable(id, reason, now), "%s is disabled.");
  }
}
