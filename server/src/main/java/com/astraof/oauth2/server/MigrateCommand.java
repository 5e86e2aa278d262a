package com.astraof.oauth2.server;

import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.SchemaUpgrade;
import com.astraof.oauth2.storage.Standing;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral migrate}: the schema is brought up to date, and no server started. */
@Command(
    name = "migrate",
    description =
        "Brings the schema of the database up to date, and starts no server. Servers may be running,"
            + " also older ones.",
    subcommands = MigrateStatusCommand.class,
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
  @Mixin private Installation installation = new Installation();

  @Option(
      names = "--dry-run",
      description = "Changes nothing: says what would be done, and exits as astral migrate status.")
  private boolean dryRun;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  MigrateCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public Integer call() {
    var data = installation.data();
    Restore.refuseUnfinished(data);
    try {
      var upgrade = new SchemaUpgrade(data.database());
      var before = new SchemaReport(data.database(), upgrade.standing());
      if (dryRun) {
        print(json ? before.json() : before.text());
        return before.exitCode();
      }
      if (data.database() instanceof DatabaseAddress.Sqlite && !Files.exists(data.folder())) {
        DataFolder.open(data.folder()).close();
      }
      upgrade.run();
      tell(before, new SchemaReport(data.database(), upgrade.standing()));
      return 0;
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }

  private void tell(SchemaReport before, SchemaReport after) {
    if (json) {
      print(after.json());
      return;
    }
    for (Standing.Migration done : before.standing().pending()) {
      print("Done: %d, %s.%n".formatted(done.version(), done.description()));
    }
    print(after.text());
  }

  private void print(String text) {
    PrintWriter out = specification.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
