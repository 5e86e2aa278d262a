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
    return guard(new Key(limit, key), errors, work);
  }

  /** The same for one who may do so many times as much as others. */
  public Reply guard(Limit limit, String key, int times, ErrorShape errors, Supplier<Reply> work) {
    return guard(new Key(limit, key, times), errors, work);
  }

  private Reply guard(Key key, ErrorShape errors, Supplier<Reply> work) {
    if (!rates.enforced()) {
      return work.get();
    }
    if (!consume(key)) {
      reached.count(key.limit());
      return exhausted(key, errors);
    }
    Allowance allowance = allowance(key);
    int left = allowance.left(now());
    Duration untilUnused = Duration.ofNanos(allowance.untilUnused(now()));
    return told(work.get(), key, left, untilUnused);
  }

  /** Whether the key has used this limit up, without counting. */
  public boolean isExhausted(Limit limit, String key) {
    return rates.enforced() && noting(limit, allowance(new Key(limit, key)).left(now()) < 1);
  }

  /** Counts one, whatever is left. */
  public void count(Limit limit, String key) {
    if (rates.enforced()) {
      consume(new Key(limit, key));
    }
  }

  /** Counts one and says whether there was one left. */
  boolean take(Limit limit, String key) {
    return !rates.enforced() || !noting(limit, !consume(new Key(limit, key)));
  }

  private boolean consume(Key key) {
    Allowance allowance = allowance(key);
    boolean taken = allowance.take(now());
    note(key, allowance);
    return taken;
  }

  private void note(Key key, Allowance allowance) {
    shared.note(key.shared(), rate(key), allowance);
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
      var name = new Key(limit, key);
      Allowance allowance = allowance(name);
      allowance.giveBack();
      note(name, allowance);
    }
  }

  /** The answer for a key that {@link #isExhausted}. */
  public Reply exhausted(Limit limit, String key, ErrorShape errors) {
    return exhausted(new Key(limit, key), errors);
  }

  private Reply exhausted(Key key, ErrorShape errors) {
    Duration wait = untilNext(key);
    boolean global = key.limit() == Limit.GLOBAL;
    Reply refusal =
        errors
            .tooMany(wait.toMillis() / 1e3, global)
            .remark("outcome", "rate_limited")
            .with("Retry-After", wholeSeconds(wait))
            .with("X-RateLimit-Global", Boolean.toString(global));
    return told(refusal, key, 0, Duration.ofNanos(allowance(key).untilUnused(now())));
  }

  /** When an {@link #isExhausted} key may try again, as {@code Retry-After} says it. */
  public String retryAfter(Limit limit, String key) {
    return wholeSeconds(untilNext(new Key(limit, key)));
  }

  private Duration untilNext(Key key) {
    long nanos = allowance(key).untilNext(now());
    return Duration.ofMillis(Math.max(1, Math.ceilDiv(nanos, NANOS_OF_A_MILLI)));
  }

  private static String wholeSeconds(Duration wait) {
    return Long.toString(Math.ceilDiv(wait.toMillis(), 1_000L));
  }

  private Reply told(Reply reply, Key key, int remaining, Duration untilFull) {
    Instant reset = clock.instant().plus(untilFull);
    return reply
        .with("X-RateLimit-Limit", Integer.toString(rate(key).requests()))
        .with("X-RateLimit-Remaining", Integer.toString(remaining))
        .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond() + 1));
  }

  private Allowance allowance(Key key) {
    return allowances.get(key, missing -> new Allowance(rate(missing)));
  }

  private Rate rate(Key key) {
    return rates.of(key.limit()).times(key.times());
  }

  private long now() {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }

  /** Who may do more has a count of its own, which begins when that is said. */
  private record Key(Limit limit, String key, int times) {
    Key(Limit limit, String key) {
      this(limit, key, 1);
    }

    /** What nodes call it among themselves. */
    String shared() {
      return limit.key() + " " + key + (times == 1 ? "" : " times " + times);
    }
  }
}
