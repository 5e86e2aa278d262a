package com.astraof.oauth2.server;

import com.astraof.oauth2.core.application.Oversight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code astral application limit}: it may call more often than others. */
@Command(
    name = "limit",
    description =
        "Lets an app send more than others to the endpoints where it authenticates: so many times"
            + " what the limit client allows. A running server follows within a second.",
    mixinStandardHelpOptions = true)
final class ApplicationLimitCommand implements Runnable {
  @Mixin private ApplicationDecision decision = new ApplicationDecision();

  @Option(
      names = "--times",
      paramLabel = "NUMBER",
      required = true,
      description = "1 to 1000; 1 is as much as others.")
  private int times;

  @Override
  public void run() {
    if (times < 1 || times > Oversight.MOST_TIMES) {
      throw new CannotStart(
          "--times is a number from 1 to %d: %d".formatted(Oversight.MOST_TIMES, times));
    }
    decision.take(
        (overseer, id, now) -> overseer.limit(id, times, now),
        "%s may send " + (times == 1 ? "as much as others." : times + " times as much as others."));
  }
}
