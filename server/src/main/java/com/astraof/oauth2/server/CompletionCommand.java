package com.astraof.oauth2.server;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code astral completion}: commands and options by the tab key. */
@Command(
    name = "completion",
    description = "Prints a script by which bash and zsh complete commands and options.",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec specification;

  CompletionCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    CommandLine all = specification.root().commandLine();
    PrintWriter out = specification.commandLine().getOut();
    out.print(AutoComplete.bash(all.getCommandName(), all));
    out.flush();
  }
}
