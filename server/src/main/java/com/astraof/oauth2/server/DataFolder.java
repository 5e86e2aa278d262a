package com.astraof.oauth2.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder that everything lives in: one server at a time; made readable by its owner alone. */
final class DataFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final FileChannel lock;

  private DataFolder(FileChannel lock) {
    this.lock = lock;
  }

  /**
   * @throws CannotStart when it cannot be made or written, or another server uses it
   */
  static DataFolder open(Path folder) {
    try {
      if (!Files.exists(folder)) {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
      }
      if (!Files.isWritable(folder)) {
        throw new CannotStart("The data folder " + folder + " cannot be written.");
      }
      var lock =
          FileChannel.open(
              folder.resolve("astral.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        lock.close();
        throw inUse(folder);
      }
      return new DataFolder(lock);
    } catch (OverlappingFileLockException e) {
      throw inUse(folder);
    } catch (IOException e) {
      throw new CannotStart("The data folder " + folder + " cannot be used: " + e, e);
    }
  }

  private static CannotStart inUse(Path folder) {
    return new CannotStart(
        "Another server is running on the data folder " + folder + ": stop it first.");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("The lock of the data folder cannot be released", e);
    }
  }
}
