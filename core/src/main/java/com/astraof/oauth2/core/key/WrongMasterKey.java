package com.astraof.oauth2.core.key;

/** No master key that was given sealed this database. The server must not start. */
public final class WrongMasterKey extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongMasterKey(String keyId) {
    super("No master key opens the signing key " + keyId);
  }
}
