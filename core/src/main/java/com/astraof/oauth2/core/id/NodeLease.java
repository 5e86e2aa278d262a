package com.astraof.oauth2.core.id;

import com.astraof.oauth2.core.secret.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * The number that the ids of this process carry, leased so that no two nodes make the same. It is
 * renewed long before it ends; should it have ended all the same, it is renewed before it is used
 * again, and where that fails there is no number.
 */
public final class NodeLease implements IntSupplier {
  private static final Duration LENGTH = Duration.ofMinutes(2);

  /** So much before the end it counts as over: the clocks of nodes differ. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final int HOLDER_BYTES = 16;

  private final NodeLeaseStore store;
  private final InstantSource clock;
  private final byte[] holder;
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile Held held;

  private NodeLease(NodeLeaseStore store, InstantSource clock, byte[] holder) {
    this.store = store;
    this.clock = clock;
    this.holder = holder;
    this.held = any();
  }

  /** Takes the first number that nobody holds. */
  public static NodeLease take(NodeLeaseStore store, InstantSource clock, Entropy entropy) {
    return new NodeLease(store, clock, entropy.bytes(HOLDER_BYTES));
  }

  /** The number. */
  @Override
  public int getAsInt() {
    if (isOver()) {
      renew();
    }
    return held.number();
  }

  /** Done every some seconds. A number that somebody else has by now is exchanged for another. */
  public void renew() {
    renewing.lock();
    try {
      Instant now = clock.instant();
      Instant until = now.plus(LENGTH);
      held = store.hold(held.number(), holder, now, until) ? new Held(held.number(), until) : any();
    } finally {
      renewing.unlock();
    }
  }

  /** For the next who needs one; no id may be made after this. */
  public void release() {
    store.release(held.number(), holder);
  }

  private boolean isOver() {
    return !clock.instant().isBefore(held.until().minus(SKEW));
  }

  private Held any() {
    Instant now = clock.instant();
    Instant until = now.plus(LENGTH);
    for (int number = 0; number < Snowflakes.NODES; number++) {
      if (store.hold(number, holder, now, until)) {
        return new Held(number, until);
      }
    }
    throw new IllegalStateException("All numbers for nodes are held");
  }

  private record Held(int number, Instant until) {}
}
