package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.core.count.Counts;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Counts in memory, one for each limit and key (contract 1.5), which nodes share with each other.
 * Their number is bounded; one that is idle for longer than its window may be forgotten.
 */
public final class RateLimits {
  private static final int MOST_COUNTS = 100_000;
  private static final long NANOS_OF_A_MILLI = 1_000_000;

  private final Rates rates;
  private final InstantSource clock;
  private final SharedCounts shared;
  private final Cache<Key, Allowance> allowances;
  private final Counts<Limit> reached = new Counts<>(Limit.class);

  /** Of a node that is alone. */
  public RateLimits(Rates rates, InstantSource clock) {
    this(rates, clock, SharedCounts.alone());
  }

  public RateLimits(Rates rates, InstantSource clock, SharedCounts shared) {
    this.rates = rates;
    this.clock = clock;
    this.shared = shared;
    this.allowances =
        Caffeine.newBuilder().maximumSize(MOST_COUNTS).expireAfterAccess(longest(rates)).build();
  }

  private static Duration longest(Rates rates) {
    return Arrays.stream(Limit.values())
        .map(limit -> rates.of(limit).window())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** How often which limit was found used up. */
  public Counts<Limit> reached() {
    return reached;
  }

  /**
   * The same as {@link #guard} for one of the many things that somebody does, all of which together
   * have the global limit.
   */
  public Reply guardAll(
      String who, Limit limit, String key, ErrorShape errors, Supplier<Reply> work) {
    return take(Limit.GLOBAL, who)
        ? guard(limit, key, errors, work)
        : exhausted(Limit.GLOBAL, who, errors);
  }

  /** Does the work when the key has a request left, and tells in headers how many remain. */
  public Reply guard(Limit limit, String key, ErrorShape errors, Supplier<Reply> work) {
    if (!rates.enforced()) {
      return work.get();
    }
    if (!consume(limit, key)) {
      reached.count(limit);
      return exhausted(limit, key, errors);
    }
    Allowance allowance = allowance(limit, key);
    int left = allowance.left(now());
    Duration untilUnused = Duration.ofNanos(allowance.untilUnused(now()));
    return told(work.get(), limit, left, untilUnused);
  }

  /** Whether the key has used this limit up, without counting. */
  public boolean isExhausted(Limit limit, String key) {
    return rates.enforced() && noting(limit, allowance(limit, key).left(now()) < 1);
  }

  /** Counts one, whatever is left. */
  public void count(Limit limit, String key) {
    if (rates.enforced()) {
      consume(limit, key);
    }
  }

  /** Counts one and says whether there was one left. */
  boolean take(Limit limit, String key) {
    return !rates.enforced() || !noting(limit, !consume(limit, key));
  }

  private boolean consume(Limit limit, String key) {
    Allowance allowance = allowance(limit, key);
    boolean taken = allowance.take(now());
    note(limit, key, allowance);
    return taken;
  }

  private void note(Limit limit, String key, Allowance allowance) {
    shared.note(limit.key() + " " + key, rates.of(limit), allowance);
  }

  private boolean noting(Limit limit, boolean isReached) {
    if (isReached) {
      reached.count(limit);
    }
    return isReached;
  }

  /** Takes the last {@link #take} back. */
  void giveBack(Limit limit, String key) {
    if (rates.enforced()) {
      Allowance allowance = allowance(limit, key);
      allowance.giveBack();
      note(limit, key, allowance);
    }
  }

  /** The answer for a key that {@link #isExhausted}. */
  public Reply exhausted(Limit limit, String key, ErrorShape errors) {
    Duration wait = untilNext(limit, key);
    boolean global = limit == Limit.GLOBAL;
    Reply refusal =
        errors
            .tooMany(wait.toMillis() / 1e3, global)
            .remark("outcome", "rate_limited")
            .with("Retry-After", wholeSeconds(wait))
            .with("X-RateLimit-Global", Boolean.toString(global));
    return told(refusal, limit, 0, Duration.ofNanos(allowance(limit, key).untilUnused(now())));
  }

  /** When an {@link #isExhausted} key may try again, as {@code Retry-After} says it. */
  public String retryAfter(Limit limit, String key) {
    return wholeSeconds(untilNext(limit, key));
  }

  private Duration untilNext(Limit limit, String key) {
    long nanos = allowance(limit, key).untilNext(now());
    return Duration.ofMillis(Math.max(1, Math.ceilDiv(nanos, NANOS_OF_A_MILLI)));
  }

  private static String wholeSeconds(Duration wait) {
    return Long.toString(Math.ceilDiv(wait.toMillis(), 1_000L));
  }

  private Reply told(Reply reply, Limit limit, int remaining, Duration untilFull) {
    Instant reset = clock.instant().plus(untilFull);
    return reply
        .with("X-RateLimit-Limit", Integer.toString(rates.of(limit).requests()))
        .with("X-RateLimit-Remaining", Integer.toString(remaining))
        .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond() + 1));
  }

  private Allowance allowance(Limit limit, String key) {
    return allowances.get(new Key(limit, key), missing -> new Allowance(rates.of(limit)));
  }

  private long now() {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }

  private record Key(Limit limit, String key) {}
}
