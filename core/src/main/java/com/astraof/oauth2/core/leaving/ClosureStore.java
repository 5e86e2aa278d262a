package com.astraof.oauth2.core.leaving;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.List;

/** Where it is kept which accounts are closed, and by whom. */
public interface ClosureStore {
  Standing standing(UserId user);

  /**
   * Closes the account and ends its sessions and the access of all apps, all in one.
   *
   * @param mayOwnGuilds otherwise nothing is written for an owner of guilds
   */
  Closing close(UserId user, Closure closure, boolean mayOwnGuilds, Act act);

  /** False when it was open, or the operator has closed it. */
  boolean reopen(UserId user, Act act);

  /** Some of those whose time has come, or whose erasing has begun; the longest due first. */
  List<UserId> due(Instant now, int most);

  /**
   * Takes everything away by which the person could be known, but for {@link #forgetPlaces}. The id
   * stays taken for good, and what was written in guilds stays there under it. From then on nobody
   * comes back; the account is due until the rest is done as well.
   *
   * @return false, and nothing happens, when they came back meanwhile or all has been done
   */
  boolean erase(UserId user, Instant now);

  /**
   * Takes from some of what was noted of an erased account's activity where it came from.
   *
   * @return true when that was the last of it, and the account is due no more
   */
  boolean forgetPlaces(UserId user, int most);

  /** What {@link #close} found. */
  sealed interface Closing {
    /**
     * @param endings to be felt at once
     */
    record Closed(List<Ending.OfConsent> endings) implements Closing {}

    /** Guilds that would be left without an owner. */
    record OwnsGuilds(List<String> names) implements Closing {
      public OwnsGuilds {
        names = List.copyOf(names);
      }
    }
  }
}
