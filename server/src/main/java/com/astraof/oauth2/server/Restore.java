package com.astraof.oauth2.server;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.DatabaseFile;
import com.astraof.oauth2.storage.SchemaUpgrade;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Puts a backup in place. All is checked and changed on a file beside the database; renaming that
 * is the last step, or copying what is in it to a server. Whoever does it holds the data folder.
 */
final class Restore {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path database;
  private final Path fresh;
  private final Instant now;

  /**
   * @param database where the server looks for it
   */
  Restore(Path database, Instant now) {
    this.database = database;
    this.fresh = fresh(database);
    this.now = now;
  }

  /**
   * A server must not make an empty database where one was to be put in place.
   *
   * @throws CannotStart when a restore was cut off between its last steps
   */
  static void refuseUnfinished(Settings.Data data) {
    if (data.database() instanceof DatabaseAddress.Sqlite(var database)
        && Files.exists(fresh(database))
        && !Files.exists(database)) {
      throw new CannotStart(
          "A restore was cut off at its last step: run it again. The database before it is kept as "
              + database
              + ".before-…");
    }
  }

  /** The file that all is done on. */
  Path fresh() {
    return fresh;
  }

  private static Path fresh(Path database) {
    return beside(database, ".restoring");
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /** Fetches the database out of the backup, and looks it over. */
  void prepare(Path backup, BackupArchive archive, MasterKeys masters) throws IOException {
    discard();
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    archive.extract(fresh);
    var check = new BackupCheck(backup, fresh);
    check.isUsable(archive.manifest());
    check.opensWith(masters);
  }

  /** Ends whatever was issued until now, or writes down alone that the database is another. */
  void settle(boolean keepGrants) {
    var act = new Act(new Who.Operator(), Place.TERMINAL, now);
    var address = new DatabaseAddress.Sqlite(fresh);
    new SchemaUpgrade(address).run();
    try (var storage = Storage.existing(address)) {
      storage.audit().add(AuditEvent.everybody(Event.DATABASE_RESTORED, act));
      if (!keepGrants) {
        // No server runs, so nothing is issued meanwhile.
        Instant anew = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        storage.grantRegister().endEverything(anew, anew, act);
        GrantDesk.endSessions(storage, anew);
      }
    }
    new DatabaseFile(fresh).settle();
  }

  /**
   * Puts it where the server finds it.
   *
   * @return where the database is that was there
   */
  Optional<Path> place() throws IOException {
    Optional<Path> kept = keep();
    Disk.sync(fresh);
    Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
    Disk.syncFolderOf(database);
    return kept;
  }

  private Optional<Path> keep() throws IOException {
    boolean exists = Files.exists(database);
    if (exists) {
      settleOld();
    }
    Path kept = beside(database, ".before-" + STAMP.format(now));
    // A log that stayed would be taken for that of the new database.
    for (String ending : new String[] {"", "-wal"}) {
      if (Files.exists(beside(database, ending))) {
        Files.move(beside(database, ending), beside(kept, ending));
      }
    }
    Files.deleteIfExists(beside(database, "-shm"));
    return exists ? Optional.of(kept) : Optional.empty();
  }

  /** So that it is kept as one file. */
  private void settleOld() {
    try {
      new DatabaseFile(database).settle();
    } catch (StoreUnavailable e) {
      // It may be damaged, and the reason for all this: then it is kept as it is, with its log.
      return;
    }
  }

  /** Undoes what was not finished. */
  void discard() throws IOException {
    for (String ending : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(beside(fresh, ending));
    }
  }
}
