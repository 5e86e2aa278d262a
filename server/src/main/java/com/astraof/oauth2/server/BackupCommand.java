package com.astraof.oauth2.server;

import com.astraof.oauth2.storage.MoveWatch;
import com.astraof.oauth2.storage.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code astral backup}: the database as one file, beside a running server. */
@Command(
    name = "backup",
    description =
        "Writes the database as it is at this moment into one file. The server may be running. The"
            + " master key is not in it.",
    subcommands = BackupVerifyCommand.class,
    mixinStandardHelpOptions = true)
final class BackupCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The file to make. There must be none of that name.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  BackupCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    Path target = file;
    if (target == null) {
      throw new CannotStart("Name the file to make: astral backup FILE.");
    }
    var data = installation.data();
    var manifest =
        new BackupTaker(
                new Snapshot(data.database(), MoveWatch.NOBODY),
                Surroundings.real().clock().instant())
            .take(target);
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      out.println(manifest.text());
    } else {
      var files = new MasterKeyFiles(data.folder(), installation.keys());
      out.printf("%s, %d bytes: %s.%n", target, size(target), manifest.inWords());
      out.printf(
          "The master key is not in it. It is kept in %s: back it up once, somewhere else. Without"
              + " it a backup is worth nothing.%n",
          files.place());
    }
    out.flush();
  }

  private static long size(Path target) {
    try {
      return Files.size(target);
    } catch (IOException e) {
      throw new CannotStart("The backup " + target + " cannot be read: " + e, e);
    }
  }
}
