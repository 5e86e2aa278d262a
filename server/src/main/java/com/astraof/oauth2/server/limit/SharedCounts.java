package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.core.limit.SharedLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets nodes count together without asking each other at every request: each second a node adds
 * what it has let through to what all have, and takes over how much that is. What is known too late
 * is waited for longer. One write tells of many keys, and of those that use little of their limit
 * nothing is told.
 */
public final class SharedCounts {
  /** Of shorter windows others would hear when they are over. */
  private static final Duration SHORTEST = Duration.ofSeconds(5);

  private static final int AT_ONCE = 500;
  private static final int MOST_WAITING = 20_000;

  private final @Nullable SharedLimits limits;
  private final Map<String, Allowance> waiting = new ConcurrentHashMap<>();

  private SharedCounts(@Nullable SharedLimits limits) {
    this.limits = limits;
  }

  /** With the other nodes. */
  public static SharedCounts of(SharedLimits limits) {
    return new SharedCounts(limits);
  }

  /** Where there are none. */
  public static SharedCounts alone() {
    return new SharedCounts(null);
  }

  /** Something was used of it, or given back. */
  void note(String name, Rate rate, Allowance allowance) {
    if (limits != null
        && rate.window().compareTo(SHORTEST) >= 0
        && allowance.hasUntold()
        && waiting.size() < MOST_WAITING) {
      waiting.put(name, allowance);
    }
  }

  /**
   * Tells and hears; done every second.
   *
   * @return whether there is more to tell
   */
  public boolean exchange(Instant now) {
    var told = new HashMap<String, Telling>();
    for (String name : waiting.keySet().stream().limit(AT_ONCE).toList()) {
      Allowance allowance = waiting.remove(name);
      if (allowance != null) {
        told.put(name, new Telling(allowance, allowance.tell()));
      }
    }
    if (limits != null && !told.isEmpty()) {
      exchange(limits, told, now);
    }
    return !waiting.isEmpty();
  }

  private void exchange(SharedLimits limits, Map<String, Telling> told, Instant now) {
    var used = new HashMap<String, Duration>();
    told.forEach((name, telling) -> used.put(name, telling.used()));
    try {
      Map<String, Instant> unusedAt = limits.use(used, now);
      told.forEach(
          (name, telling) -> telling.allowance().hear(nanos(unusedAt.getOrDefault(name, now))));
    } catch (RuntimeException e) {
      told.forEach(
          (name, telling) -> {
            telling.allowance().tellAgain(telling.nanos());
            waiting.putIfAbsent(name, telling.allowance());
          });
      throw e;
    }
  }

  private static long nanos(Instant instant) {
    return TimeUnit.MILLISECONDS.toNanos(instant.toEpochMilli());
  }

  private record Telling(Allowance allowance, long nanos) {
    /** Rather a little more than less. */
    Duration used() {
      return Duration.ofMillis(Math.ceilDiv(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
    }
  }
}
