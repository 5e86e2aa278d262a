package com.astraof.oauth2.server;

import com.astraof.oauth2.storage.DatabaseFile;
import com.astraof.oauth2.storage.Snapshot;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Takes a backup: the whole of it under its name, or nothing. */
final class BackupTaker {
  private final Snapshot database;
  private final Instant now;

  BackupTaker(Snapshot database, Instant now) {
    this.database = database;
    this.now = now;
  }

  /**
   * Makes a file that nobody but its owner may read, and overwrites none. Needs room beside it for
   * one copy of the database more.
   *
   * @throws CannotStart when it cannot be made
   */
  Manifest take(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.exists(file)) {
      throw exists(file);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CannotStart("There is no folder " + folder + ": make it first.");
    }
    try {
      return take(file, folder);
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new CannotStart("The backup " + file + " cannot be written: " + e, e);
    }
  }

  private Manifest take(Path file, Path folder) throws IOException {
    String name = file.getFileName() + ".";
    // Temporary files are made with mode 0600.
    Path copy = Files.createTempFile(folder, name, ".database");
    Path unfinished = Files.createTempFile(folder, name, ".unfinished");
    try {
      database.copyTo(copy);
      var manifest =
          new Manifest(
              Main.Version.text(),
              now,
              new DatabaseFile(copy).facts(),
              BackupArchive.checksum(copy));
      BackupArchive.write(unfinished, manifest, copy);
      Disk.sync(unfinished);
      publish(unfinished, file);
      Disk.syncFolderOf(file);
      return manifest;
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(unfinished);
    }
  }

  /** Looked again, for the copy may have taken long. */
  private static void publish(Path unfinished, Path file) throws IOException {
    if (Files.exists(file)) {
      throw exists(file);
    }
    Files.move(unfinished, file);
  }

  private static CannotStart exists(Path file) {
    return new CannotStart(
        file + " exists already, and a backup overwrites nothing: choose another name.");
  }
}
