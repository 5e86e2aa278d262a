package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.KeyVault;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.WrongMasterKey;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.DatabaseFile;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.nio.file.Path;

/** Looks over a database that came out of a backup. */
final class BackupCheck {
  private final Path backup;
  private final Path database;

  BackupCheck(Path backup, Path database) {
    this.backup = backup;
    this.database = database;
  }

  /**
   * @throws CannotStart when it is damaged, or newer than this build
   */
  void isUsable(Manifest manifest) {
    try {
      var facts = new DatabaseFile(database).facts();
      if (facts.isNewer()) {
        throw new CannotStart(
            "%s was taken by a newer version (%s, schema %s) than this one (%s): use that one."
                .formatted(backup, manifest.build(), facts.schema(), Main.Version.text()));
      }
    } catch (StoreUnavailable e) {
      throw new CannotStart(backup + ": " + e.getMessage() + ".", e);
    }
  }

  /**
   * @throws CannotStart when it is not the master key that the backup belongs to
   */
  void opensWith(MasterKeys masters) {
    try (var storage = Storage.reading(new DatabaseAddress.Sqlite(database))) {
      new KeyVault(storage.signingKeys(), masters, new SystemEntropy(), null).check();
    } catch (StoreUnavailable e) {
      throw new CannotStart(backup + ": " + e.getMessage() + ".", e);
    } catch (WrongMasterKey e) {
      throw new CannotStart(
          "The master key here is not the one that "
              + backup
              + " was taken under. Bring that one back, or name it in master-key-previous.",
          e);
    }
  }
}
