package com.astraof.oauth2.core.grant;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator counts and ends. Looking for grants reads all of them, beside the server. */
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
}
