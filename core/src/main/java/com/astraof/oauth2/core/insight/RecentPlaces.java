package com.astraof.oauth2.core.insight;

import com.astraof.oauth2.core.grant.GrantId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * From where a grant's tokens were fetched last, as long as there is room in memory: enough to tell
 * whether somebody comes from the same address. It is written nowhere.
 */
public final class RecentPlaces {
  private static final int MOST = 20_000;

  private final ReentrantLock lock = new ReentrantLock();
  private Map<GrantId, String> recent = new HashMap<>();
  private Map<GrantId, String> before = Map.of();

  public void note(GrantId grant, String address) {
    lock.lock();
    try {
      if (recent.size() >= MOST) {
        before = recent;
        recent = new HashMap<>();
      }
      recent.put(grant, address);
    } finally {
      lock.unlock();
    }
  }

  /** One of three causes. */
  public Cause choose(GrantId grant, String address, Cause unknown, Cause same, Cause other) {
    lock.lock();
    try {
      String last = recent.getOrDefault(grant, before.get(grant));
      if (last == null) {
        return unknown;
      }
      return last.equals(address) ? same : other;
    } finally {
      lock.unlock();
    }
  }
}
