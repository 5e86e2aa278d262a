package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.MoveWatch;
import com.astraof.oauth2.storage.Refill;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code astral restore}: a backup becomes the database, while no server runs. */
@Command(
    name = "restore",
    description =
        "Puts a backup in place, while all servers are stopped, and ends all sessions and whatever"
            + " was issued to apps until now.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(
      names = "--replace",
      description =
          "There is a database: keep it beside, under a dated name. What is in a PostgreSQL server's"
              + " database is deleted.")
  private boolean replace;

  @Option(
      names = "--keep-grants",
      description =
          "Ends nothing: sessions and what apps hold are as they were when the backup was taken,"
              + " also what was revoked since.")
  private boolean keepGrants;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  RestoreCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    try (var archive = BackupArchive.open(file)) {
      restore(archive);
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new CannotStart("The backup " + file + " cannot be restored: " + e, e);
    }
  }

  private void restore(BackupArchive archive) throws IOException {
    var data = installation.data();
    MasterKeys masters = new MasterKeyFiles(data.folder(), installation.keys()).existing();
    var now = Surroundings.real().clock().instant();
    try (var _ = DataFolder.open(data.folder())) {
      switch (data.database()) {
        case DatabaseAddress.Sqlite(var database) -> inPlaceOf(database, archive, masters, now);
        case DatabaseAddress.Postgres server -> {
          var restore = new Restore(data.folder().resolve("postgresql"), now);
          into(new Refill(server, now, MoveWatch.NOBODY), restore, archive, masters);
        }
      }
    }
  }

  private void inPlaceOf(Path database, BackupArchive archive, MasterKeys masters, Instant now)
      throws IOException {
    if (Files.exists(database) && !replace) {
      throw new CannotStart(
          "There is a database "
              + database
              + ": with --replace it is kept beside, under a dated name.");
    }
    var restore = new Restore(database, now);
    prepare(restore, archive, masters);
    tell(archive.manifest(), restore.place());
  }

  private void into(Refill server, Restore restore, BackupArchive archive, MasterKeys masters)
      throws IOException {
    prepare(restore, archive, masters);
    try {
      server.from(restore.fresh(), replace);
    } finally {
      restore.discard();
    }
    tell(archive.manifest(), Optional.empty());
  }

  private void prepare(Restore restore, BackupArchive archive, MasterKeys masters)
      throws IOException {
    try {
      restore.prepare(file, archive, masters);
      restore.settle(keepGrants);
    } catch (CannotStart | StoreUnavailable | IOException e) {
      restore.discard();
      throw e;
    }
  }

  private void tell(Manifest manifest, Optional<Path> kept) {
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      var said = manifest.json().put("kept", kept.map(Path::toString).orElse(null));
      out.println(Json.text(said.put("ended", !keepGrants)));
    } else {
      tell(out, manifest, kept);
    }
    out.flush();
    if (keepGrants) {
      warn(manifest);
    }
  }

  private void tell(PrintWriter out, Manifest manifest, Optional<Path> kept) {
    out.printf("%s is restored: %s.%n", file, manifest.inWords());
    kept.ifPresent(path -> out.printf("The database before it is kept as %s.%n", path));
    if (!keepGrants) {
      out.println(
          "All sessions, and whatever was issued to apps until now, have ended: people sign in"
              + " again.");
    }
    out.printf(
        "All else is as it was at %s, also passwords, second factors, client secrets, bot tokens,"
            + " approvals and disabled apps: docs/operate/backup.md says what to look after.%n",
        manifest.takenAt());
    out.println("Start the server.");
  }

  private void warn(Manifest manifest) {
    PrintWriter err = specification.commandLine().getErr();
    err.printf(
        "astral: Warning: what was revoked, taken back or signed out since %s is good again, also"
            + " for whoever stole it. astral grants end-all --sessions ends it.%n",
        manifest.takenAt());
    err.flush();
  }
}
