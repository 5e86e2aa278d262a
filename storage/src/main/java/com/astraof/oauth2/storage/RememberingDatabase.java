package com.astraof.oauth2.storage;

import java.util.function.Consumer;

/** A database of which some rows are remembered until something is written to it. */
final class RememberingDatabase implements Database {
  private final Database database;
  private final Remembered remembered;

  RememberingDatabase(Database database, Remembered remembered) {
    this.database = database;
    this.remembered = remembered;
  }

  @Override
  public <T> T read(Work<T> work) {
    return database.read(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    try {
      return database.write(work);
    } finally {
      // Also when nobody knows what became of it.
      remembered.forget();
    }
  }

  @Override
  public <T> T writeBeside(Work<T> work) {
    return database.write(work);
  }

  @Override
  public <T> T end(Work<T> work) {
    try {
      return database.end(work);
    } finally {
      remembered.forget();
    }
  }

  @Override
  public Listening onEnding(Runnable work, Consumer<String> teller) {
    return database.onEnding(work, teller);
  }

  @Override
  public void close() {
    database.close();
  }
}
