package com.astraof.oauth2.core.count;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** How often each of some kinds of things has happened here since the start. */
public final class Counts<K extends Enum<K>> {
  private final Map<K, LongAdder> counts;

  public Counts(Class<K> kinds) {
    this.counts = new EnumMap<>(kinds);
    for (K kind : kinds.getEnumConstants()) {
      counts.put(kind, new LongAdder());
    }
  }

  public Set<K> kinds() {
    return Collections.unmodifiableSet(counts.keySet());
  }

  public void count(K kind) {
    counter(kind).increment();
  }

  public long of(K kind) {
    return counter(kind).sum();
  }

  private LongAdder counter(K kind) {
    return Objects.requireNonNull(counts.get(kind));
  }
}
