package com.astraof.oauth2.storage;

import java.util.function.Consumer;

/** One engine, ready to be used. */
interface Database extends AutoCloseable {
  /** Reads what is committed. */
  <T> T read(Work<T> work);

  /** Runs the work in a transaction; on disk when it returns. */
  <T> T write(Work<T> work);

  /** The same for work that leaves whatever is {@link Remembered} as it is. */
  default <T> T writeBeside(Work<T> work) {
    return write(work);
  }

  /** The same for work that ends something, of which other nodes are told if that can be. */
  <T> T end(Work<T> work);

  /** Runs the work soon after something ended, where that can be heard. */
  default Listening onEnding(Runnable work, Consumer<String> teller) {
    return Listening.TO_NOBODY;
  }

  @Override
  void close();
}
