package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.delay.Delay;
import com.astraof.oauth2.core.delay.DelayWatch;
import java.util.function.Consumer;

/** A database that somebody watches whoever waits for it. */
final class WatchedDatabase implements Database {
  private final Database database;
  private final DelayWatch watch;

  WatchedDatabase(Database database, DelayWatch watch) {
    this.database = database;
    this.watch = watch;
  }

  @Override
  public <T> T read(Work<T> work) {
    return watch.during(Delay.DATABASE_READ, () -> database.read(work));
  }

  @Override
  public <T> T write(Work<T> work) {
    return watch.during(Delay.DATABASE_WRITE, () -> database.write(work));
  }

  @Override
  public <T> T end(Work<T> work) {
    return watch.during(Delay.DATABASE_WRITE, () -> database.end(work));
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
