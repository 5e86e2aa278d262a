package com.astraof.oauth2.core.insight;

import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.recent.Recent;

/**
 * From where a grant's tokens were fetched last, as long as there is room in memory: enough to tell
 * whether somebody comes from the same address. It is written nowhere.
 */
public final class RecentPlaces {
  private static final int LEAST = 20_000;

  private final Recent<GrantId, String> recent = new Recent<>(LEAST);

  public void note(GrantId grant, String address) {
    recent.put(grant, address);
  }

  /** One of three causes. */
  public Cause choose(GrantId grant, String address, Cause unknown, Cause same, Cause other) {
    return recent.find(grant).map(last -> last.equals(address) ? same : other).orElse(unknown);
  }
}
