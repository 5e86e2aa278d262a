package com.astraof.oauth2.core.ending;

import java.time.Instant;
import java.util.List;

/** What has ended, by time. */
@FunctionalInterface
public interface EndingFeed {
  /**
   * Everything that ended at or after the instant; the last {@link Ending.OfEverything} always, for
   * it goes on to count.
   */
  List<Ending> since(Instant since);
}
