package com.astraof.oauth2.core.once;

import java.time.Instant;

/** Remembers what was used up, for as long as it could be used. On disk when it returns. */
public interface OnceStore {
  /**
   * Uses it up. Of any number of callers at once, on any number of nodes, exactly one is told true.
   *
   * @param what names it, and the use that is made of it
   * @param until when it is forgotten: from then on it must be too old for any use
   */
  boolean spend(String what, Instant until, Instant now);
}
