package com.astraof.oauth2.core.audit;

import java.time.Instant;

/** Someone doing something: what every rule that changes something has to know beside its input. */
public record Act(Who who, Place from, Instant at) {
  /** What the server does of itself. */
  public static Act byItself(Instant at) {
    return new Act(new Who.Stranger(), Place.TERMINAL, at);
  }

  /** The same moment and place, now that it is known who it is. */
  public Act by(Who known) {
    return new Act(known, from, at);
  }
}
