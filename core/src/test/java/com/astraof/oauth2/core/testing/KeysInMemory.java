package com.astraof.oauth2.core.testing;

import com.astraof.oauth2.core.key.SigningKeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Signing keys for tests without a database: a list. */
public final class KeysInMemory implements SigningKeyStore {
  private final List<SealedKey> keys = new CopyOnWriteArrayList<>();

  @Override
  public List<SealedKey> all() {
    return List.copyOf(keys);
  }

  @Override
  public void add(SealedKey key) {
    keys.add(key);
  }
}
