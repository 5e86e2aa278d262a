package com.astraof.oauth2.core.key;

import java.time.Instant;
import java.util.List;

/**
 * Where signing keys rest, sealed: a copy of the database signs nothing. Each method is one read or
 * one transaction, on disk when it returns.
 */
public interface SigningKeyStore {
  /** By generation, the oldest first. */
  List<SealedKey> all();

  /** False when the generation is taken: somebody else has made that key. */
  boolean add(SealedKey key);

  /** False when there is no such key, or it has ended before. */
  boolean end(String id, Instant at);

  /** Gives the keys other envelopes, all or none, each only while it has the old one. */
  void reseal(List<Resealed> keys);

  /** Forgets all keys. */
  void clear();

  /**
   * A signing key at rest.
   *
   * @param envelope what {@link Sealer} made of the private JWK, as base64url
   */
  record SealedKey(KeyFacts facts, String envelope) {}

  /** The same key under another master key. */
  record Resealed(String id, String oldEnvelope, String newEnvelope) {}
}
