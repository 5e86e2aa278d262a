package com.astraof.oauth2.core.device;

import com.astraof.oauth2.core.grant.GrantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often each waiting device asks. It is known on this node alone and may be forgotten: too fast
 * a device is told to slow down, and loses nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.5">RFC 8628 §3.5</a>
 */
public final class PollingPace {
  /** Between two polls, as long as none came too soon. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final Duration STEP = Duration.ofSeconds(5);

  /** A device that keeps to the interval is not blamed for what the network gained. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  private static final int MOST_KNOWN = 100_000;

  private final Map<GrantId, Pace> paces = new ConcurrentHashMap<>();

  /** Counts a poll, and says whether it came too soon after the one before. */
  public boolean isTooFast(GrantId id, Instant now) {
    if (paces.size() >= MOST_KNOWN) {
      paces.clear();
    }
    return paces.merge(id, Pace.first(now), (last, _) -> last.next(now)).tooFast();
  }

  /** It polls no more. */
  public void forget(GrantId id) {
    paces.remove(id);
  }

  private record Pace(Instant polledAt, Duration interval, boolean tooFast) {
    static Pace first(Instant now) {
      return new Pace(now, INTERVAL, false);
    }

    Pace next(Instant now) {
      return now.isBefore(polledAt.plus(interval).minus(TOLERANCE))
          ? new Pace(now, interval.plus(STEP), true)
          : new Pace(now, interval, false);
    }
  }
}
