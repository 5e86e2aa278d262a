package com.astraof.oauth2.storage;

/** Is told how far it has come, while rows are moved from one database to another. */
public interface MoveWatch {
  /** For whoever does not want to know. */
  MoveWatch NOBODY = (step, table, done, all) -> {};

  /**
   * Is called now and then, and when a table is done.
   *
   * @param done rows of the table, of {@code all}
   */
  void at(Step step, String table, long done, long all);

  /** What is being done with a table. */
  enum Step {
    COPYING,
    COMPARING
  }
}
