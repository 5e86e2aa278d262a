package com.astraof.oauth2.server;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.lease.Portion;
import java.time.InstantSource;
import java.util.function.Function;
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
    boolean isMoreLeft = false;
    isMoreLeft |= portion("apps that nobody used are deleted", core.unusedClients::sweep);
    isMoreLeft |= portion("accounts were erased", core.closing::erase);
    isMoreLeft |= portion("old sessions are forgotten", act -> core.sessions.sweep(act.at()));
    isMoreLeft |= portion("dead grants are forgotten", act -> core.grantSweep.sweep(act.at()));
    return isMoreLeft;
  }

  private boolean portion(String what, Function<Act, Portion> work) {
    if (!core.chores.isHeld()) {
      return false;
    }
    Portion portion = work.apply(Act.byItself(clock.instant()));
    if (portion.done() > 0) {
      log.info("{} {}", portion.done(), what);
    }
    return portion.isMoreLeft();
  }
}
