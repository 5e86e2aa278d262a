package com.astraof.oauth2.core.key;

import java.time.Instant;
import java.util.List;

/** Where signing keys rest, sealed: a copy of the database signs nothing. */
public interface SigningKeyStore {
  /** Oldest first. */
  List<SealedKey> all();

  /** On disk when it returns. */
  void add(SealedKey key);

  /**
   * A signing key at rest.
   *
   * @param envelope what {@link Sealer} made of the private JWK, as base64url
   */
  record SealedKey(String id, String envelope, Instant createdAt) {}
}
