package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code astral application}: what the operator decides about apps. */
@Command(
    name = "application",
    description = "Lists, verifies, limits and disables applications.",
    subcommands = {
      ApplicationListCommand.class,
      ApplicationShowCommand.class,
      ApplicationVerifyCommand.class,
      ApplicationUnverifyCommand.class,
      ApplicationLimitCommand.class,
      ApplicationDisableCommand.class,
      ApplicationEnableCommand.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ApplicationCommand implements Runnable {
  @Spec private CommandSpec specification;

  ApplicationCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    specification.commandLine().usage(specification.commandLine().getOut());
  }
}
