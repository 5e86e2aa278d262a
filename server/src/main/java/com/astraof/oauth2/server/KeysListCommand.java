package com.astraof.oauth2.server;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral keys list}: the signing keys and where they stand. */
@Command(
    name = "list",
    description = "Lists the signing keys, the oldest first. The server may be running.",
    mixinStandardHelpOptions = true)
final class KeysListCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Option(names = "--json", description = "One JSON object on each line.")
  private boolean json;

  @Spec private CommandSpec specification;

  KeysListCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    var timetable = new KeyDesk(installation).timetable();
    var report = new KeyReport(timetable, Surroundings.real().clock().instant());
    PrintWriter out = specification.commandLine().getOut();
    out.print(json ? report.lines() : report.table());
    out.flush();
  }
}
