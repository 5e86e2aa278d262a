package com.astraof.oauth2.server;

import com.astraof.oauth2.storage.SchemaUpgrade;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral migrate status}: how far the schema has come. */
@Command(
    name = "status",
    description = "Says how far the schema has come, and changes nothing.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:It is up to date.",
      "1:It cannot be read.",
      "3:There is something to run.",
      "4:A newer build has migrated it; this one runs on it all the same."
    },
    mixinStandardHelpOptions = true)
final class MigrateStatusCommand implements Callable<Integer> {
  @Mixin private Installation installation = new Installation();

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  MigrateStatusCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public Integer call() {
    var database = installation.data().database();
    try {
      var report = new SchemaReport(database, new SchemaUpgrade(database).standing());
      PrintWriter out = specification.commandLine().getOut();
      out.print(json ? report.json() : report.text());
      out.flush();
      return report.exitCode();
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }
}
