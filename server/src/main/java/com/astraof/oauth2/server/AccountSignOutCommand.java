package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code astral account sign-out}: whoever is signed in is so no more. */
@Command(
    name = "sign-out",
    description =
        "Ends all sessions of an account; with --apps the access of all apps as well, which have to"
            + " be approved anew. A running server follows within a second.",
    mixinStandardHelpOptions = true)
final class AccountSignOutCommand implements Runnable {
  @Mixin private AccountChoice choice = new AccountChoice();

  @Option(names = "--apps", description = "No app keeps its access.")
  private boolean apps;

  @Override
  public void run() {
    choice.decide(
        (entry, storage) -> {
          storage.accountRegister().signOut(entry.user().id(), apps, AccountDesk.act());
          return true;
        },
        apps
            ? "%s is signed out everywhere, and no app has access."
            : "%s is signed out everywhere.");
  }
}
