package com.astraof.oauth2.core.device;

import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;

/**
 * A device waits for someone to let it in.
 *
 * @param id of the grant that its tokens will hang off
 * @param userCode what its user code is found by
 * @param expiresAt from when on nothing is decided or fetched any more
 */
public record DeviceAuthorization(
    GrantId id,
    SecretHash userCode,
    ApplicationId application,
    Scopes scopes,
    Instant expiresAt,
    Decision decision) {

  /** How long a device waits. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  public Instant startedAt() {
    return expiresAt.minus(LIFETIME);
  }

  /** What a person said. It is said once. */
  public sealed interface Decision {
    record Pending() implements Decision {}

    record Denied() implements Decision {}

    /**
     * @param approval what the grant is opened by
     */
    record Approved(UserId user, Approval approval) implements Decision {}
  }

  public boolean isPendingAt(Instant now) {
    return decision instanceof Decision.Pending && now.isBefore(expiresAt);
  }
}
