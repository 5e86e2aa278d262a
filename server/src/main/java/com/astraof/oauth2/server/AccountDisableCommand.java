package com.astraof.oauth2.server;

import com.astraof.oauth2.core.leaving.Block;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code astral account disable}: nobody signs in to it until the operator says so. */
@Command(
    name = "disable",
    description =
        "Blocks an account: ends all its sessions and the access of all apps, and lets nobody sign in"
            + " until it is enabled. Its own applications go on. A running server follows within a"
            + " second.",
    mixinStandardHelpOptions = true)
final class AccountDisableCommand implements Runnable {
  private static final int LONGEST = 500;

  @Mixin private AccountChoice choice = new AccountChoice();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, for its owner, who reads it when signing in.")
  private String reason = "";

  @Override
  public void run() {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST) {
      throw new CannotStart("A reason has 1 to " + LONGEST + " characters.");
    }
    choice.decide(
        (entry, storage) -> {
          var act = AccountDesk.act();
          var block = new Block(act.at(), why);
          return storage.accountRegister().block(entry.user().id(), block, act);
        },
        "%s is blocked: all sessions and the access of all apps have ended.");
  }
}
