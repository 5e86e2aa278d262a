package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import java.time.Instant;
import java.util.Optional;

/** Where consents live: one for each user and application. */
public interface ConsentStore {
  Optional<Consent> find(UserId user, ApplicationId application);

  /** Adds the scopes to what was approved before; answers the whole. */
  Consent approve(UserId user, ApplicationId application, Scopes scopes, Instant at);
}
