package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.ending.Endings;
import java.util.Optional;

/**
 * Deletes applications. One row ends all that an application was ever granted, however many users
 * it has; the id and the bot's name are never given to anyone else.
 */
public final class ApplicationDeletion {
  private final ApplicationStore applications;
  private final Endings endings;

  public ApplicationDeletion(ApplicationStore applications, Endings endings) {
    this.applications = applications;
    this.endings = endings;
  }

  /**
   * @return false when it is gone already, or somebody else's by now
   */
  public boolean delete(Application seen, Act act) {
    var event = AuditEvent.application(Event.APPLICATION_DELETED, seen.owner(), seen.id(), act);
    Optional<Application> current = Optional.of(seen);
    while (current.isPresent()) {
      if (applications.delete(current.get(), event)) {
        endings.learn(new Ending.OfApplication(seen.id(), act.at()));
        return true;
      }
      current = applications.find(seen.id()).filter(now -> now.owner().equals(seen.owner()));
    }
    return false;
  }

  /**
   * Deletes it unless a user has approved it, or it has changed since it was seen.
   *
   * @return whether it was deleted
   */
  public boolean deleteUnused(Application seen, Act act) {
    var event = AuditEvent.application(Event.APPLICATION_DELETED, seen.owner(), seen.id(), act);
    boolean isDeleted = applications.deleteUnused(seen, event);
    if (isDeleted) {
      endings.learn(new Ending.OfApplication(seen.id(), act.at()));
    }
    return isDeleted;
  }
}
