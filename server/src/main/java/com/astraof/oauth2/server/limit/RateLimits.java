package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Token buckets in memory, one for each limit and key (contract 1.5). Their number is bounded; one
 * that is idle for longer than its window is full again and may be forgotten.
 */
public final class RateLimits {
  private static final int MOST_BUCKETS = 100_000;

  private final boolean enabled;
  private final InstantSource clock;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(Duration.ofHours(1))
          .build();

  public RateLimits(boolean enabled, InstantSource clock) {
    this.enabled = enabled;
    this.clock = clock;
  }

  /** Does the work when the key has a request left, and tells in headers how many remain. */
  public Reply guard(Limit limit, String key, ErrorShape errors, Supplier<Reply> work) {
    if (!enabled) {
      return work.get();
    }
    var probe = bucket(limit, key).tryConsumeAndReturnRemaining(1);
    long waitNanos = probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill();
    Reply reply =
        probe.isConsumed()
            ? work.get()
            : refusal(limit, errors, waitNanos).remark("outcome", "rate_limited");
    Instant reset = clock.instant().plusNanos(probe.getNanosToWaitForReset());
    return reply
        .with("X-RateLimit-Limit", Integer.toString(limit.requests()))
        .with("X-RateLimit-Remaining", Long.toString(Math.max(0, probe.getRemainingTokens())))
        .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond() + 1));
  }

  /** Whether the key has used this limit up, without counting. */
  public boolean isExhausted(Limit limit, String key) {
    return enabled && bucket(limit, key).getAvailableTokens() < 1;
  }

  /** Counts one, whatever is left. */
  public void count(Limit limit, String key) {
    if (enabled) {
      bucket(limit, key).tryConsume(1);
    }
  }

  /** The answer for a key that {@link #isExhausted}. */
  public Reply exhausted(Limit limit, String key, ErrorShape errors) {
    long nanos = bucket(limit, key).estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return refusal(limit, errors, nanos).remark("outcome", "rate_limited");
  }

  private static Reply refusal(Limit limit, ErrorShape errors, long waitNanos) {
    boolean global = limit == Limit.GLOBAL;
    double seconds = Math.ceil(waitNanos / 1e6) / 1e3;
    return errors
        .tooMany(seconds, global)
        .with("Retry-After", Long.toString((long) Math.ceil(seconds)))
        .with("X-RateLimit-Global", Boolean.toString(global));
  }

  private Bucket bucket(Limit limit, String key) {
    return buckets.get(
        new Key(limit, key),
        missing ->
            Bucket.builder()
                .addLimit(
                    bandwidth ->
                        bandwidth
                            .capacity(limit.requests())
                            .refillGreedy(limit.requests(), limit.window()))
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
