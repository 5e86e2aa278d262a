package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;
import java.util.Optional;

/** A developer's own applications, and nobody else's. */
public final class OwnApplications {
  private final ApplicationStore applications;

  public OwnApplications(ApplicationStore applications) {
    this.applications = applications;
  }

  public List<Application> of(UserId owner) {
    return applications.ownedBy(owner);
  }

  /** Those that the user may take over from somebody else. */
  public List<Application> offeredTo(UserId user) {
    return applications.offeredTo(user);
  }

  /**
   * @param id as it came
   */
  public Found find(String id, UserId user) {
    Optional<Application> found = ApplicationId.parse(id).flatMap(applications::find);
    if (found.isEmpty()) {
      return new Found.Unknown();
    }
    return found.get().owner().equals(user)
        ? new Found.Yours(found.get())
        : new Found.SomebodyElses(found.get());
  }

  /** What is behind an id. */
  public sealed interface Found {
    record Yours(Application application) implements Found {}

    record SomebodyElses(Application application) implements Found {}

    record Unknown() implements Found {}
  }
}
