package com.astraof.oauth2.core.grant;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The grants whose access tokens might still be unexpired although they were revoked, in memory, so
 * that every use of a token can ask without touching the store. Also the one door to revoking: what
 * is on disk is in here before anyone is told.
 */
public final class RevokedGrants {
  private static final int ADDITIONS_BETWEEN_SWEEPS = 1_000;

  private final GrantStore store;
  private final Lifetimes lifetimes;
  private final Map<GrantId, Instant> revoked = new ConcurrentHashMap<>();
  private final AtomicInteger additions = new AtomicInteger();

  public RevokedGrants(GrantStore store, Lifetimes lifetimes, InstantSource clock) {
    this.store = store;
    this.lifetimes = lifetimes;
    Instant oldest = clock.instant().minus(lifetimes.access());
    store.revokedSince(oldest).forEach(ended -> revoked.put(ended.id(), ended.at()));
  }

  /** Ends the grant: on disk, and felt here, when it returns. */
  public void revoke(GrantId id, RevocationReason reason, Instant now) {
    store.revoke(id, reason, now);
    revoked.put(id, now);
    if (additions.incrementAndGet() % ADDITIONS_BETWEEN_SWEEPS == 0) {
      forgetExpired(now);
    }
  }

  public boolean contains(GrantId id) {
    return revoked.containsKey(id);
  }

  private void forgetExpired(Instant now) {
    Instant oldest = now.minus(lifetimes.access());
    revoked.values().removeIf(at -> at.isBefore(oldest));
  }
}
