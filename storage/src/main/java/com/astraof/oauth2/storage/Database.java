package com.astraof.oauth2.storage;

/** One engine, ready to be used. */
interface Database extends AutoCloseable {
  /** Reads what is committed. */
  <T> T read(Work<T> work);

  /** Runs the work in a transaction; on disk when it returns. */
  <T> T write(Work<T> work);

  @Override
  void close();
}
