package com.astraof.oauth2.core.key;

/**
 * Two master keys have the same one-byte id, so that an envelope does not tell which of them made
 * it. One in 256 pairs does. The server must not start with them.
 */
public final class CollidingMasterKeys extends RuntimeException {
  private static final long serialVersionUID = 1;

  CollidingMasterKeys() {
    super("Two master keys have the same id");
  }
}
