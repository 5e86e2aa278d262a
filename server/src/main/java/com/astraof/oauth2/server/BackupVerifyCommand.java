package com.astraof.oauth2.server;

import com.astraof.oauth2.server.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code astral backup verify}: whether a restore would succeed. */
@Command(
    name = "verify",
    description =
        "Looks over a backup as a restore does, and changes nothing. Needs room beside it for the"
            + " database. The server may be running.",
    mixinStandardHelpOptions = true)
final class BackupVerifyCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  BackupVerifyCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    try (var archive = BackupArchive.open(file)) {
      verify(archive);
    } catch (IOException e) {
      throw new CannotStart("The backup " + file + " cannot be looked over: " + e, e);
    }
  }

  private void verify(BackupArchive archive) throws IOException {
    var masters = new MasterKeyFiles(installation.data().folder(), installation.keys());
    Path folder = file.toAbsolutePath().getParent();
    Path database = Files.createTempFile(folder, file.getFileName() + ".", ".database");
    try {
      archive.extract(database);
      var check = new BackupCheck(file, database);
      check.isUsable(archive.manifest());
      masters.known().ifPresent(check::opensWith);
    } finally {
      Files.deleteIfExists(database);
    }
    tell(archive.manifest(), masters);
  }

  private void tell(Manifest manifest, MasterKeyFiles masters) {
    PrintWriter out = specification.commandLine().getOut();
    boolean wasTried = masters.known().isPresent();
    if (json) {
      out.println(Json.text(manifest.json().put("master_key_tried", wasTried)));
      out.flush();
      return;
    }
    out.printf("%s is whole, taken at %s: %s.%n", file, manifest.takenAt(), manifest.inWords());
    out.println(
        wasTried
            ? "The master key opens it."
            : "There is no master key here, so it was not tried: " + masters.place() + ".");
    out.flush();
  }
}
