package com.astraof.oauth2.storage;

import java.util.List;

/**
 * How far the schema of a database has come, as this build sees it.
 *
 * @param version the newest migration that has run; 0 for none
 * @param known the newest that this build brings
 * @param pending those that are still to run, in their order
 */
public record Standing(int version, int known, List<Migration> pending) {
  public Standing {
    pending = List.copyOf(pending);
  }

  /** Whether a newer build has migrated it. This one runs on it all the same. */
  public boolean isNewer() {
    return version > known;
  }

  /**
   * @param description in words
   */
  public record Migration(int version, String description) {}
}
