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

  /** Some of those whose time has come, the longest due first. */
  List<UserId> due(Instant now, int most);

  /**
   * Takes everything away by which the person could be known; nothing happens when they came back
   * meanwhile. The id stays taken for good, and what was written in guilds stays there under it.
   */
  void erase(UserId user, Instant now);

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
