package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.application.ApplicationDeletion;
import com.astraof.oauth2.core.audit.Act;
import java.time.Duration;

/** Takes applications away that came in by themselves and that nobody has wanted since. */
public final class UnusedClients {
  /** So that a round stays short, whatever has gathered. */
  private static final int AT_ONCE = 100;

  private final RegistrationStore registrations;
  private final ApplicationDeletion deletion;
  private final Duration patience;

  /**
   * @param patience for how long an application may wait for its first user
   */
  public UnusedClients(
      RegistrationStore registrations, ApplicationDeletion deletion, Duration patience) {
    this.registrations = registrations;
    this.deletion = deletion;
    this.patience = patience;
  }

  /**
   * @return how many went
   */
  public int sweep(Act act) {
    int gone = 0;
    for (var application : registrations.unused(act.at().minus(patience), AT_ONCE)) {
      gone += deletion.delete(application, act) ? 1 : 0;
    }
    return gone;
  }
}
