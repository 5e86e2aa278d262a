package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.core.count.Counts;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Token buckets in memory, one for each limit and key (contract 1.5). Their number is bounded; one
 * that is idle for longer than its window is full again and may be forgotten.
 */
public final class RateLimits {
  private static final int MOST_BUCKETS = 100_000;
  private static final long NANOS_OF_A_MILLI = 1_000_000;

  private final Rates rates;
  private final InstantSource clock;
  private final Cache<Key, Bucket> buckets;
  private final Counts<Limit> reached = new Counts<>(Limit.class);

  public RateLimits(Rates rates, InstantSource clock) {
    this.rates = rates;
    this.clock = clock;
    this.buckets =
        Caffeine.newBuilder().maximumSize(MOST_BUCKETS).expireAfterAccess(longest(rates)).build();
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
    var probe = bucket(limit, key).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      reached.count(limit);
      return exhausted(limit, key, errors);
    }
    Duration untilFull = Duration.ofNanos(probe.getNanosToWaitForReset());
    return told(work.get(), limit, probe.getRemainingTokens(), untilFull);
  }

  /** Whether the key has used this limit up, without counting. */
  public boolean isExhausted(Limit limit, String key) {
    return rates.enforced() && noting(limit, bucket(limit, key).getAvailableTokens() < 1);
  }

  /** Counts one, whatever is left. */
  public void count(Limit limit, String key) {
    if (rates.enforced()) {
      bucket(limit, key).tryConsume(1);
    }
  }

  /** Counts one and says whether there was one left. */
  boolean take(Limit limit, String key) {
    return !rates.enforced() || !noting(limit, !bucket(limit, key).tryConsume(1));
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
      bucket(limit, key).addTokens(1);
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
    return told(refusal, limit, 0, rates.of(limit).window());
  }

  /** When an {@link #isExhausted} key may try again, as {@code Retry-After} says it. */
  public String retryAfter(Limit limit, String key) {
    return wholeSeconds(untilNext(limit, key));
  }

  private Duration untilNext(Limit limit, String key) {
    long nanos = bucket(limit, key).estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return Duration.ofMillis(Math.max(1, Math.ceilDiv(nanos, NANOS_OF_A_MILLI)));
  }

  private static String wholeSeconds(Duration wait) {
    return Long.toString(Math.ceilDiv(wait.toMillis(), 1_000L));
  }

  private Reply told(Reply reply, Limit limit, long remaining, Duration untilFull) {
    Instant reset = clock.instant().plus(untilFull);
    return reply
        .with("X-RateLimit-Limit", Integer.toString(rates.of(limit).requests()))
        .with("X-RateLimit-Remaining", Long.toString(remaining))
        .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond() + 1));
  }

  private Bucket bucket(Limit limit, String key) {
    Rate rate = rates.of(limit);
    return buckets.get(
        new Key(limit, key),
        missing ->
            Bucket.builder()
                .addLimit(
                    bandwidth ->
                        bandwidth
                            .capacity(rate.requests())
                            .refillGreedy(rate.requests(), rate.window()))
                .withCustomTimePrecision(meter())
                .build());
  }

  private TimeMeter meter() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  private record Key(Limit limit, String key) {}
}
