package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code astral grants}: what apps have been allowed. */
@Command(
    name = "grants",
    description = "Counts and ends what apps have been allowed.",
    subcommands = {
      GrantsCountCommand.class,
      GrantsRevokeCommand.class,
      GrantsEndBeforeCommand.class,
      GrantsEndAllCommand.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class GrantsCommand implements Runnable {
  @Spec private CommandSpec specification;

  GrantsCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    specification.commandLine().usage(specification.commandLine().getOut());
  }
}
