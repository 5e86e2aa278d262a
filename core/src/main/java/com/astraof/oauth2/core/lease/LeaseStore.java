package com.astraof.oauth2.core.lease;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where it is kept who holds what. */
public interface LeaseStore {
  /** How the lease stands; {@link Hold#NEVER} where nobody has held it yet. */
  Hold find(String name);

  /**
   * Writes the hold down if its beat is the next one.
   *
   * @return false when somebody else was first
   */
  boolean write(String name, Hold next);

  /**
   * @param holder null when it was given up
   * @param beat grows with everything that happens to the lease
   */
  record Hold(@Nullable String holder, long beat) {
    public static final Hold NEVER = new Hold(null, 0);

    boolean isBy(@Nullable String someone) {
      return Objects.equals(holder, someone);
    }

    Hold next(@Nullable String by) {
      return new Hold(by, beat + 1);
    }
  }
}
