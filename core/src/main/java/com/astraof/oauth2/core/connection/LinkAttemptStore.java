package com.astraof.oauth2.core.connection;

import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;

/**
 * Where attempts to link are, from setting out until coming back. Those that are late are dropped.
 */
public interface LinkAttemptStore {
  /**
   * @param session in which it was begun
   */
  void add(SecretHash state, SecretHash session, String type, Instant now, Instant expiresAt);

  /**
   * True once for each attempt, for the session and service that it was begun with, until it
   * expires.
   */
  boolean take(SecretHash state, SecretHash session, String type, Instant now);
}
