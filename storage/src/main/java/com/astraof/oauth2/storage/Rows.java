package com.astraof.oauth2.storage;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Rows in memory, as they were when they were last read, until all are forgotten. Only what was
 * found is kept.
 */
final class Rows<K, V> {
  private final int most;
  private volatile Map<K, V> known = new ConcurrentHashMap<>();

  /**
   * @param most beyond which no more are kept
   */
  Rows(int most) {
    this.most = most;
  }

  Optional<V> find(K key, Supplier<Optional<V>> read) {
    // What is forgotten while it is being read is put where nobody looks any more.
    Map<K, V> into = known;
    V row = into.get(key);
    if (row != null) {
      return Optional.of(row);
    }
    Optional<V> found = read.get();
    if (into.size() < most) {
      found.ifPresent(one -> into.put(key, one));
    }
    return found;
  }

  void forget() {
    known = new ConcurrentHashMap<>();
  }
}
