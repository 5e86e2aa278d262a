package com.astraof.oauth2.core.lease;

import com.astraof.oauth2.core.lease.LeaseStore.Hold;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Something that one node at a time holds. Who holds it raises its beat about every {@link #BEAT};
 * who sees the beat stand still for {@link #SILENCE} takes it over. Each node measures with its own
 * clock how long that is, and no two clocks are compared.
 *
 * <p>A holder that stops and wakes up again learns whose it is before it begins anything. Only with
 * the step that it was in the middle of it comes too late: what is done under a lease must do no
 * harm when it is done twice.
 */
public final class Lease {
  /** So long a look at the lease is trusted. */
  public static final Duration BEAT = Duration.ofSeconds(10);

  /** After which a holder is not waited for any more. */
  public static final Duration SILENCE = Duration.ofSeconds(60);

  private static final int NAME_BYTES = 16;

  private final LeaseStore store;
  private final String name;
  private final InstantSource clock;
  private final String us;
  private final ReentrantLock lock = new ReentrantLock();
  private Hold seen = Hold.NEVER;
  private Instant seenAt = Instant.MIN;
  private Instant lookedAt = Instant.MIN;

  public Lease(LeaseStore store, String name, InstantSource clock, Entropy entropy) {
    this.store = store;
    this.name = name;
    this.clock = clock;
    this.us = Base64Url.encode(entropy.bytes(NAME_BYTES));
  }

  /** Whether it is ours. Asked every few seconds, this is also what keeps it, or takes it. */
  public boolean isHeld() {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (!now.isBefore(lookedAt.plus(BEAT)) || now.isBefore(lookedAt)) {
        beat(now);
      }
      return seen.isBy(us);
    } finally {
      lock.unlock();
    }
  }

  private void beat(Instant now) {
    note(store.find(name), now);
    boolean isSilent = !now.isBefore(seenAt.plus(SILENCE));
    if (seen.isBy(us) || seen.isBy(null) || isSilent) {
      Hold next = seen.next(us);
      note(store.write(name, next) ? next : store.find(name), now);
    }
    lookedAt = now;
  }

  /** A clock that was set back begins to wait anew. */
  private void note(Hold found, Instant now) {
    if (!found.equals(seen) || now.isBefore(seenAt)) {
      seen = found;
      seenAt = now;
    }
  }

  /** For the next who asks. */
  public void release() {
    lock.lock();
    try {
      if (seen.isBy(us)) {
        seen = seen.next(null);
        store.write(name, seen);
      }
    } finally {
      lock.unlock();
    }
  }
}
