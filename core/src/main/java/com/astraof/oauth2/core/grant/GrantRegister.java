package com.astraof.oauth2.core.grant;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is counted, ended and forgotten of many grants. Looking for them reads all, beside the
 * server.
 */
public interface GrantRegister {
  Count count(Wanted wanted, Lifetimes lifetimes, Instant now);

  /**
   * Grants that have not ended, expired or not, in the order of their ids.
   *
   * @param after only those that follow it; null for the first
   */
  List<GrantId> standing(Wanted wanted, @Nullable GrantId after, int most);

  /** Ends those of them that have not ended yet, audited one by one; how many they were. */
  int revoke(List<GrantId> grants, Act act);

  /**
   * Ends whatever was issued before, by one row; see {@link
   * com.astraof.oauth2.core.ending.Ending.OfEverything}. Audited.
   */
  void endEverything(Instant issuedBefore, Instant at, Act act);

  /**
   * Looks at the next grants and forgets those that are behind the horizon.
   *
   * @param after only those that follow it; null for the first
   */
  Walked forget(@Nullable GrantId after, int most, Horizon horizon);

  /**
   * Which grants.
   *
   * @param user null for anybody's
   * @param application null for any
   * @param openedBefore null for whenever
   */
  record Wanted(
      @Nullable UserId user, @Nullable ApplicationId application, @Nullable Instant openedBefore) {}

  /**
   * @param living those whose tokens are good
   * @param expired those that were not refreshed in time, or have grown too old
   * @param ended those that were revoked, taken back or ended otherwise
   */
  record Count(long living, long expired, long ended) {}

  /**
   * Behind it no token is good any more, not even for its own time.
   *
   * @param endedBefore of a grant that was revoked
   * @param renewedBefore of one that has not been refreshed
   * @param openedBefore of any
   */
  record Horizon(Instant endedBefore, Instant renewedBefore, Instant openedBefore) {
    static Horizon of(Lifetimes lifetimes, Instant now) {
      // Clocks of several nodes differ a little.
      Instant ended = now.minus(lifetimes.access()).minus(Duration.ofDays(1));
      return new Horizon(
          ended, ended.minus(lifetimes.refreshIdle()), ended.minus(lifetimes.refreshTotal()));
    }
  }

  /**
   * @param last where to go on; null when there are no more
   */
  record Walked(int forgotten, @Nullable GrantId last) {}
}
