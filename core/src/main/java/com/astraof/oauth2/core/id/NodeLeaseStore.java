package com.astraof.oauth2.core.id;

import java.time.Instant;

/** Which node holds which number. */
public interface NodeLeaseStore {
  /**
   * Holds the number until then, if nobody holds it, the holder itself does, or the lease is over.
   *
   * @return whether it is held
   */
  boolean hold(int number, byte[] holder, Instant now, Instant until);

  /** Gives the number up, if the holder holds it. */
  void release(int number, byte[] holder);
}
