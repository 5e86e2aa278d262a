package com.astraof.oauth2.core.grant;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.id.ApplicationId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where grants live. Each method is one read or one conditional write, on disk when it returns.
 * Cost does not depend on how many grants there are.
 */
public interface GrantStore {
  /**
   * Brings the grant into being, once, while the user's consent that the code was issued under
   * still stands.
   */
  Opening open(Grant grant);

  /** Moves a living grant, whose consent still stands, from exactly this generation to the next. */
  Advance advance(GrantId id, int fromGeneration, Instant at, Lifetimes lifetimes);

  /**
   * The same, but it stays at its generation, for applications whose refresh token stays theirs.
   */
  Advance renew(GrantId id, int generation, Instant at, Lifetimes lifetimes);

  /**
   * Ends the grant, and writes it down in the audit log. A grant that has ended keeps its first
   * reason and instant.
   */
  void revoke(GrantId id, RevocationReason reason, Act act);

  /**
   * The same for a token that an application has for itself, whose grant was never written. Nothing
   * but the ending of such a grant is kept.
   */
  void revokeOwn(GrantId id, ApplicationId application, Act act);

  Optional<Grant> find(GrantId id);

  /** What {@link #open} found. */
  sealed interface Opening {
    record Opened(Grant grant) implements Opening {}

    record AlreadyOpen(GrantId id) implements Opening {}

    record ConsentWithdrawn() implements Opening {}
  }

  /** What {@link #advance} found. */
  sealed interface Advance {
    /**
     * @param grant as it stands now, one generation on
     */
    record Advanced(Grant grant) implements Advance {}

    /**
     * Nothing was written.
     *
     * @param grant as it stands: at another generation, expired or revoked
     */
    record Stands(Grant grant) implements Advance {}

    record Missing() implements Advance {}
  }
}
