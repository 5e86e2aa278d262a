package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.server.config.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder that everything lives in: one server at a time; made readable by its owner alone. */
final class DataFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
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
      return new DataFolder(folder, lock);
    } catch (OverlappingFileLockException e) {
      throw inUse(folder);
    } catch (IOException e) {
      throw new CannotStart("The data folder " + folder + " cannot be used: " + e, e);
    }
  }

  /**
   * The configured master key, else the one in the folder's file, which is made before the database
   * is.
   */
  MasterKey masterKey(Settings settings, Entropy entropy) {
    if (settings.masterKey().isPresent()) {
      return settings.masterKey().get();
    }
    Path file = folder.resolve("master.key");
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      if (Files.exists(settings.data().database())) {
        throw new CannotStart(
            "There is a database but no master key: bring back "
                + file
                + " or set"
                + " ASTRAL_MASTER_KEY.");
      }
      return write(file, MasterKey.generate(entropy));
    } catch (IOException e) {
      throw new CannotStart("The master key " + file + " cannot be used: " + e, e);
    }
  }

  private static MasterKey read(Path file) throws IOException {
    if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)
        && !Files.getPosixFilePermissions(file)
            .equals(PosixFilePermissions.fromString("r--------"))) {
      throw new CannotStart("Others may read the master key: run chmod 600 " + file);
    }
    return MasterKey.parse(Files.readString(file).strip())
        .orElseThrow(() -> new CannotStart("The file " + file + " does not hold a master key."));
  }

  private static MasterKey write(Path file, MasterKey key) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap((key.expose() + "\n").getBytes(StandardCharsets.US_ASCII)));
      // Without the key everything sealed with it is lost, so it is on disk before anything is
      // sealed.
      channel.force(true);
    }
    return key;
  }

  private static CannotStart inUse(Path folder) {
    return new CannotStart("Another server is running on the data folder " + folder + ".");
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
