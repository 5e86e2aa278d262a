package com.astraof.oauth2.server;

import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.storage.DatabaseAddress;
import java.nio.file.Path;
import java.util.Optional;

/** The file of the embedded database, which backups are taken of and restored to. */
final class EmbeddedFile {
  private EmbeddedFile() {}

  /** Empty where the database is a server's. */
  static Optional<Path> in(Settings.Data data) {
    return data.database() instanceof DatabaseAddress.Sqlite(var file)
        ? Optional.of(file)
        : Optional.empty();
  }
}
