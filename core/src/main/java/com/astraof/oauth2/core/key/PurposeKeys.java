package com.astraof.oauth2.core.key;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/** The keys of one purpose: one to make with, and all that what was made may be read with. */
final class PurposeKeys {
  private final byte currentId;
  private final SecretKey current;
  private final Map<Byte, SecretKey> byId = new HashMap<>();

  PurposeKeys(MasterKeys masters, String purpose) {
    this.currentId = masters.current().id();
    this.current = masters.current().derive(purpose);
    byId.put(currentId, current);
    masters.previous().forEach(master -> byId.put(master.id(), master.derive(purpose)));
  }

  byte currentId() {
    return currentId;
  }

  SecretKey current() {
    return current;
  }

  /** Empty for the id of no key of ours. */
  Optional<SecretKey> named(byte id) {
    return Optional.ofNullable(byId.get(id));
  }
}
