package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code astral account}: what only the operator can do for somebody. */
@Command(
    name = "account",
    description = "Lists accounts, helps people with theirs, and blocks them.",
    subcommands = {
      AccountListCommand.class,
      AccountShowCommand.class,
      AccountSignOutCommand.class,
      AccountNewPasswordCommand.class,
      AccountRecoverCommand.class,
      AccountDisableCommand.class,
      AccountEnableCommand.class
    },
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
