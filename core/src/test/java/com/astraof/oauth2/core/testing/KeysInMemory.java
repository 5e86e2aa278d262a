package com.astraof.oauth2.core.testing;

import com.astraof.oauth2.core.key.KeyFacts;
import com.astraof.oauth2.core.key.SigningKeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Signing keys for tests without a database: a list. */
public final class KeysInMemory implements SigningKeyStore {
  private final List<SealedKey> keys = new ArrayList<>();
  private int questions;

  @Override
  public synchronized List<SealedKey> all() {
    questions++;
    return keys.stream().sorted(Comparator.comparingInt(key -> key.facts().generation())).toList();
  }

  @Override
  public synchronized boolean add(SealedKey key) {
    int generation = key.facts().generation();
    return keys.stream().noneMatch(other -> other.facts().generation() == generation)
        && keys.add(key);
  }

  @Override
  public synchronized boolean end(String id, Instant at) {
    boolean lives =
        keys.stream().anyMatch(k -> k.facts().id().equals(id) && k.facts().endedAt() == null);
    keys.replaceAll(
        key -> {
          var facts = key.facts();
          return !lives || !facts.id().equals(id)
              ? key
              : new SealedKey(
                  new KeyFacts(
                      id,
                      facts.generation(),
                      facts.algorithm(),
                      facts.createdAt(),
                      facts.signsFrom(),
                      at),
                  key.envelope());
        });
    return lives;
  }

  @Override
  public synchronized void reseal(List<Resealed> resealed) {
    for (Resealed one : resealed) {
      keys.replaceAll(
          key ->
              key.facts().id().equals(one.id()) && key.envelope().equals(one.oldEnvelope())
                  ? new SealedKey(key.facts(), one.newEnvelope())
                  : key);
    }
  }

  @Override
  public synchronized void clear() {
    keys.clear();
  }

  /** How often all keys were asked for. */
  public synchronized int questions() {
    return questions;
  }
}
