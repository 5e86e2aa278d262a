package com.astraof.oauth2.core.grant;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.grant.GrantRegister.Wanted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Ends grants for the operator, beside servers that are running. */
public final class GrantEnder {
  /** Little enough that a running server hardly waits for it. */
  private static final int PORTION = 500;

  private final GrantRegister register;
  private final InstantSource clock;

  public GrantEnder(GrantRegister register, InstantSource clock) {
    this.register = register;
    this.clock = clock;
  }

  /**
   * Ends each grant that is wanted; how many they were. Every portion has an instant of its own:
   * whoever follows the endings by time must not find one that was written long after it.
   */
  public int revoke(Wanted wanted) {
    int ended = 0;
    List<GrantId> portion = register.standing(wanted, null, PORTION);
    while (!portion.isEmpty()) {
      ended += register.revoke(portion, act());
      portion = register.standing(wanted, portion.getLast(), PORTION);
    }
    return ended;
  }

  /** Ends whatever was issued before. */
  public void endBefore(Instant instant) {
    Act act = act();
    register.endEverything(instant, afterAllKnow(act.at()), act);
  }

  /**
   * Ends whatever has been issued.
   *
   * @return the instant from which on everything can begin anew
   */
  public Instant endAll() {
    Act act = act();
    Instant anew = afterAllKnow(act.at());
    register.endEverything(anew, anew, act);
    return anew;
  }

  /**
   * By then every node has learned of it, and what one of them still issued is void as well. At a
   * full second, for access tokens know no finer time.
   */
  private static Instant afterAllKnow(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
  }

  private Act act() {
    return new Act(new Who.Operator(), Place.TERMINAL, clock.instant());
  }
}
