package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.id.ApplicationId;
import java.time.Instant;
import java.util.Optional;

/** Finds applications by the {@code client_id} that clients send. */
@FunctionalInterface
public interface ClientDirectory {
  /**
   * @param clientId as it came
   */
  Found find(String clientId, Instant now);

  /** Of those that were registered here. One that describes itself has no number for a name. */
  static ClientDirectory of(ApplicationStore applications) {
    return (clientId, _) ->
        Found.of(
            ApplicationId.parse(clientId)
                .flatMap(applications::find)
                .filter(known -> known.ownership().document() == null));
  }

  /** What is behind a client_id. */
  sealed interface Found {
    static Found of(Optional<Application> application) {
      return application.<Found>map(Known::new).orElseGet(Unknown::new);
    }

    record Known(Application application) implements Found {}

    record Unknown() implements Found {}

    /**
     * It is the address of a document that cannot be used.
     *
     * @param why how a sentence goes on that begins with the document
     */
    record Unusable(String why) implements Found {}
  }
}
