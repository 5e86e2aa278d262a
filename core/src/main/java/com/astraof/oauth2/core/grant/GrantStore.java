package com.astraof.oauth2.core.grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where grants live. Each method is one read or one conditional write, on disk when it returns.
 * Cost does not depend on how many grants there are.
 */
public interface GrantStore {
  /**
   * Brings the grant into being, once, while the user's consent that the code was issued under
   * still stands.
   *
   * @param consentSince names that consent: one that was withdrawn and given anew has another
   *     instant
   */
  Opening open(Grant grant, Instant consentSince);

  /** Moves a living grant from exactly this generation to the next. */
  Advance advance(GrantId id, int fromGeneration, Instant at, Lifetimes lifetimes);

  /** Ends the grant. A grant that has ended keeps its first reason and instant. */
  void revoke(GrantId id, RevocationReason reason, Instant at);

  Optional<Grant> find(GrantId id);

  /** The grants that ended at or after the instant. */
  List<Ended> revokedSince(Instant since);

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

  /** A grant that was revoked, and when. */
  record Ended(GrantId id, Instant at) {}
}
