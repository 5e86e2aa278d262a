package com.astraof.oauth2.core.grant;

import com.astraof.oauth2.core.grant.GrantRegister.Horizon;
import com.astraof.oauth2.core.lease.Portion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Forgets grants of which no token can be good any more. It walks through all of them, portion by
 * portion in the order of their ids, and begins again a day after the last: an index for it would
 * cost every refresh something.
 */
public final class GrantSweep {
  private static final int PORTION = 1_000;
  private static final Duration BETWEEN_WALKS = Duration.ofDays(1);

  private final GrantRegister register;
  private final Lifetimes lifetimes;
  private @Nullable GrantId reached;
  private Instant nextWalk = Instant.MIN;

  public GrantSweep(GrantRegister register, Lifetimes lifetimes) {
    this.register = register;
    this.lifetimes = lifetimes;
  }

  /** Goes on with the walk, if it is time for one. */
  public synchronized Portion sweep(Instant now) {
    if (now.isBefore(nextWalk)) {
      return new Portion(0, false);
    }
    var walked = register.forget(reached, PORTION, Horizon.of(lifetimes, now));
    reached = walked.last();
    if (reached == null) {
      nextWalk = now.plus(BETWEEN_WALKS);
    }
    return new Portion(walked.forgotten(), reached != null);
  }
}
