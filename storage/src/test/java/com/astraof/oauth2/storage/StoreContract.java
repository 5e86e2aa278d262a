package com.astraof.oauth2.storage;

import com.astraof.oauth2.storage.testing.TestEngine;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every store's contract stands on: an engine, opened anew for each test. */
abstract class StoreContract {
  @TempDir private Path folder;
  private Optional<Storage> storage = Optional.empty();

  abstract TestEngine engine();

  /** Whether a build that is newer than this one has migrated the database before. */
  boolean isOnNewerSchema() {
    return false;
  }

  @BeforeEach
  void start() {
    if (isOnNewerSchema()) {
      openAnother().close();
      engine().migrateAhead(folder);
    }
    storage = Optional.of(openAnother());
  }

  /** The same database once more, as another node has it. */
  Storage openAnother() {
    return Storage.open(engine().address(folder), Patience.NONE);
  }

  @AfterEach
  void stop() {
    storage().close();
    engine().forget(folder);
  }

  Storage storage() {
    return storage.orElseThrow();
  }

  /** Changes the database behind the stores' back. */
  void change(String sql) {
    engine().change(folder, sql);
    storage().forgetRows();
  }

  /** Closes the engine and opens it again on what is on disk. */
  void restart() {
    storage().close();
    storage = Optional.of(openAnother());
  }
}
