package com.astraof.oauth2.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    PrintWriter out = specification.commandLine().getOut();
    try {
      archive.extract(database);
      var check = new BackupCheck(file, database);
      check.isUsable(archive.manifest());
      masters.known().ifPresent(check::opensWith);
    } finally {
      Files.deleteIfExists(database);
    }
    var manifest = archive.manifest();
    out.printf("%s is whole, taken at %s: %s.%n", file, manifest.takenAt(), manifest.inWords());
    out.println(
        masters.known().isPresent()
            ? "The master key opens it."
            : "There is no master key here, so it was not tried: " + masters.place() + ".");
    out.flush();
  }
}
