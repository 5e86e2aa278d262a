package com.astraof.oauth2.server;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.lease.Portion;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recurring work of an installation, which the node does that holds the lease. Each is a
 * portion that commits in small steps, and does no harm when two nodes do it at once.
 */
final class Chores {
  private static final Logger log = LoggerFactory.getLogger(Chores.class);

  private final Core core;
  private final InstantSource clock;

  Chores(Core core, InstantSource clock) {
    this.core = core;
    this.clock = clock;
  }

  /** Makes the signing key that is due. */
  void keepKeys() {
    if (core.chores.isHeld()) {
      core.keyKeeper
          .keep(clock.instant())
          .ifPresent(key -> log.info("Signing key {} signs from {}", key.id(), key.signsFrom()));
    }
  }

  /** Takes away what has waited for long enough; true when there is more of it. */
  boolean sweep() {
    boolean areClientsLeft = sweepUnusedClients();
    boolean areAccountsLeft = eraseAccounts();
    return areClientsLeft || areAccountsLeft;
  }

  /** Deletes apps that came in by themselves and got no user. */
  private boolean sweepUnusedClients() {
    if (!core.chores.isHeld()) {
      return false;
    }
    Portion gone = core.unusedClients.sweep(byItself());
    if (gone.done() > 0) {
      log.info("{} apps that nobody used are deleted", gone.done());
    }
    return gone.isMoreLeft();
  }

  /** Erases accounts whose owners left and did not come back. */
  private boolean eraseAccounts() {
    if (!core.chores.isHeld()) {
      return false;
    }
    Portion erased = core.closing.erase(byItself());
    if (erased.done() > 0) {
      log.info("{} accounts were erased", erased.done());
    }
    return erased.isMoreLeft();
  }

  private Act byItself() {
    return Act.byItself(clock.instant());
  }
}
