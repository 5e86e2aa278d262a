package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's sign-in on one device, in the browser or over the API.
 *
 * @param token hash of the token that the device holds; the session's id
 * @param place where it was opened
 * @param signIn what was proved to open it, or since
 */
public record Session(SecretHash token, User user, Place place, Authentication signIn, Life life) {

  /** Whether it was confirmed so lately who is there that it need not be asked again. */
  public boolean isConfirmed(Instant now) {
    Instant until = life.confirmedUntil();
    return until != null && now.isBefore(until);
  }

  /**
   * @param lastUsedAt to some minutes
   * @param confirmedUntil null when nobody confirmed to be there since it began
   */
  public record Life(Instant openedAt, Instant lastUsedAt, @Nullable Instant confirmedUntil) {}
}
