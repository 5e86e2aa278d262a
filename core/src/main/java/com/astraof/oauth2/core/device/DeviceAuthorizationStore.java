package com.astraof.oauth2.core.device;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.Optional;

/**
 * Where device authorizations live, until they have expired: old ones go when new ones come. Each
 * method is one read or one conditional write, on disk when it returns.
 */
public interface DeviceAuthorizationStore {
  /**
   * Adds a pending one.
   *
   * @return false, and nothing written, when another has its user code
   */
  boolean add(DeviceAuthorization pending, Instant now);

  Optional<DeviceAuthorization> find(GrantId id);

  Optional<DeviceAuthorization> findByUserCode(SecretHash userCode);

  /**
   * Approves a pending one and remembers the user's consent, both or neither. Audited as every
   * consent is.
   *
   * @param signIn of the session in which it was approved
   * @return false, and nothing written, when it is not pending any more
   */
  boolean approve(DeviceAuthorization seen, UserId user, Authentication signIn, Act act);

  /**
   * @return false, and nothing written, when it is not pending any more
   */
  boolean deny(GrantId id, Instant now);
}
