package com.astraof.oauth2.core.key;

/** The master key is not the one that sealed this database. The server must not start. */
public final class WrongMasterKey extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongMasterKey(String keyId) {
    super("The master key does not open the signing key " + keyId);
  }
}
