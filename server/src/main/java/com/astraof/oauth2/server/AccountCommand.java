package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code astral account}: what only the operator can do for somebody. */
@Command(
    name = "account",
    description = "Helps people with their accounts.",
    subcommands = AccountRecoverCommand.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AccountCommand implements Runnable {
  @Spec private CommandSpec specification;

  AccountCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    specification.commandLine().usage(specification.commandLine().getOut());
  }
}
