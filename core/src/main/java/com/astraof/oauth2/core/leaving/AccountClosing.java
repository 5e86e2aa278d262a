package com.astraof.oauth2.core.leaving;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationDeletion;
import com.astraof.oauth2.core.application.OwnApplications;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.lease.Portion;
import com.astraof.oauth2.core.leaving.ClosureStore.Closing;
import java.time.Duration;

/**
 * Closes accounts, for a while or for good. Whoever closes one for good has {@link #GRACE} to come
 * back; then it is erased, with the applications that it owns.
 */
public final class AccountClosing {
  public static final Duration GRACE = Duration.ofDays(14);

  /** Bounds one round of erasing; the next one goes on. */
  private static final int AT_ONCE = 20;

  private static final int PLACES_AT_ONCE = 500;

  private final ClosureStore closures;
  private final OwnApplications applications;
  private final ApplicationDeletion deletion;
  private final Endings endings;

  public AccountClosing(
      ClosureStore closures,
      OwnApplications applications,
      ApplicationDeletion deletion,
      Endings endings) {
    this.closures = closures;
    this.applications = applications;
    this.deletion = deletion;
    this.endings = endings;
  }

  public Standing standing(UserId user) {
    return closures.standing(user);
  }

  /** Closes the account until its owner comes back. */
  public void disable(UserId user, Act act) {
    close(user, new Closure(act.at(), null), true, act);
  }

  /** Closes the account, to be erased after the grace. Guilds must have found other owners. */
  public Closing delete(UserId user, Act act) {
    return close(user, new Closure(act.at(), act.at().plus(GRACE)), false, act);
  }

  private Closing close(UserId user, Closure closure, boolean mayOwnGuilds, Act act) {
    Closing closing = closures.close(user, closure, mayOwnGuilds, act);
    if (closing instanceof Closing.Closed(var ended)) {
      ended.forEach(endings::learn);
    }
    return closing;
  }

  /** The owner has come back and signed in. */
  public boolean reopen(UserId user, Act act) {
    return closures.reopen(user, act);
  }

  /**
   * Erases accounts whose grace is over, some in a round. The person goes first: after that nobody
   * comes back, and whoever is interrupted, or comes late, does no harm.
   *
   * @param act of the server itself
   * @return how many are erased
   */
  public Portion erase(Act act) {
    var due = closures.due(act.at(), AT_ONCE);
    int erased = 0;
    for (UserId user : due) {
      erased += closures.erase(user, act.at()) && finish(user, act) ? 1 : 0;
    }
    return new Portion(erased, erased < due.size() || due.size() == AT_ONCE);
  }

  private boolean finish(UserId user, Act act) {
    Act own = act.by(new Who.Person(user));
    for (Application application : applications.of(user)) {
      deletion.delete(application, own);
    }
    return closures.forgetPlaces(user, PLACES_AT_ONCE);
  }
}
