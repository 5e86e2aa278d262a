package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code astral account enable}: undoes {@code disable}. */
@Command(
    name = "enable",
    description =
        "Opens a blocked account again. What ended stays ended: its owner signs in and approves apps"
            + " anew.",
    mixinStandardHelpOptions = true)
final class AccountEnableCommand implements Runnable {
  @Mixin private AccountChoice choice = new AccountChoice();

  @Override
  public void run() {
    choice.decide(
        (entry, storage) -> storage.accountRegister().unblock(entry.user().id(), AccountDesk.act()),
        "%s may sign in again.");
  }
}
