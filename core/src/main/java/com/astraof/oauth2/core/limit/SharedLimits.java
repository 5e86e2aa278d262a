package com.astraof.oauth2.core.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What all nodes together have used of their limits. */
public interface SharedLimits {
  /**
   * Adds what was used here since the last time.
   *
   * @param used by the name of a limit and whom it counts: after which time that much is unused
   *     again; negative where some is given back
   * @return for each of them the instant from which it is unused again, whoever used it; in the
   *     past where it is
   */
  Map<String, Instant> use(Map<String, Duration> used, Instant now);
}
