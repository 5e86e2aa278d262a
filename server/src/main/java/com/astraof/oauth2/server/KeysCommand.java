package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code astral keys}: the keys that sign access tokens, and the master key. */
@Command(
    name = "keys",
    description = "Lists, rotates and retires keys.",
    subcommands = {
      KeysListCommand.class,
      KeysRotateCommand.class,
      KeysRetireCommand.class,
      KeysRotateMasterCommand.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KeysCommand implements Runnable {
  @Spec private CommandSpec specification;

  KeysCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    specification.commandLine().usage(specification.commandLine().getOut());
  }
}
