package com.astraof.oauth2.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code astral mail}: how e-mail leaves this server. */
@Command(
    name = "mail",
    description = "Tries out how e-mail leaves the server.",
    subcommands = MailTestCommand.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class MailCommand implements Runnable {
  @Spec private CommandSpec specification;

  MailCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    specification.commandLine().usage(specification.commandLine().getOut());
  }
}
