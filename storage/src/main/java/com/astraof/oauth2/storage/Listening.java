package com.astraof.oauth2.storage;

/** Somebody who listens, until it is closed. */
public interface Listening extends AutoCloseable {
  /** Where there is nobody to be heard. */
  Listening TO_NOBODY = () -> {};

  @Override
  void close();
}
