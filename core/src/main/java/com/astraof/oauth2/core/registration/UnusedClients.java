package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.application.ApplicationDeletion;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.lease.Portion;
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
   * Takes some away; what somebody wanted a moment ago stays.
   *
   * @return how many went
   */
  public Portion sweep(Act act) {
    var unused = registrations.unused(act.at().minus(patience), AT_ONCE);
    int gone = 0;
    for (var application : unused) {
      gone += deletion.deleteUnused(application, act) ? 1 : 0;
    }
    return new Portion(gone, unused.size() == AT_ONCE);
  }
}
