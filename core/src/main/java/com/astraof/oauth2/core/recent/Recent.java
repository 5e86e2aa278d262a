package com.astraof.oauth2.core.recent;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was put or asked for last, for many threads: so much at least, twice as much at most. It is
 * two maps. When the young one is full it becomes the old one, and what was old is forgotten.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class Recent<K, V> {
  private final int least;
  private final ReentrantLock turning = new ReentrantLock();
  private volatile Map<K, V> young = new ConcurrentHashMap<>();
  private volatile Map<K, V> old = Map.of();

  /**
   * @param least so many are kept for certain
   */
  public Recent(int least) {
    this.least = least;
  }

  /** Empty for what was never put, and for what was not used for long. */
  public Optional<V> find(K key) {
    V value = young.get(key);
    if (value != null) {
      return Optional.of(value);
    }
    Optional<V> aged = Optional.ofNullable(old.get(key));
    aged.ifPresent(again -> put(key, again));
    return aged;
  }

  public void put(K key, V value) {
    if (young.size() >= least) {
      turn();
    }
    young.put(key, value);
  }

  private void turn() {
    turning.lock();
    try {
      // Another one may have been faster.
      if (young.size() >= least) {
        old = young;
        young = new ConcurrentHashMap<>();
      }
    } finally {
      turning.unlock();
    }
  }
}
