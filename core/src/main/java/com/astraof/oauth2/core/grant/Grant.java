package com.astraof.oauth2.core.grant;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one approval opened: who, to whom, for what. Every token of it names it, and it alone
 * decides whether they live.
 *
 * @param scopes never changes; a new approval opens a new grant
 * @param approval what it was opened by
 * @param life how far it has come
 */
public record Grant(
    GrantId id,
    UserId user,
    ApplicationId application,
    Scopes scopes,
    Approval approval,
    Life life) {

  /** A grant as it is born: generation 0. */
  public static Grant opened(
      GrantId id,
      UserId user,
      ApplicationId application,
      Scopes scopes,
      Approval approval,
      Instant at) {
    return new Grant(id, user, application, scopes, approval, new Life(0, at, at, null));
  }

  /** Which consent it was opened under. */
  public Instant consentSince() {
    return approval.consentSince();
  }

  public int generation() {
    return life.generation();
  }

  public boolean isRevoked() {
    return life.revokedAt() != null;
  }

  /** Whether its refresh tokens have expired, by too long a pause or by age. */
  public boolean isExpired(Lifetimes lifetimes, Instant now) {
    return !now.isBefore(expiresAt(lifetimes));
  }

  /** When its refresh token expires, unless it is used before. */
  public Instant expiresAt(Lifetimes lifetimes) {
    Instant idle = life.renewedAt().plus(lifetimes.refreshIdle());
    Instant total = life.openedAt().plus(lifetimes.refreshTotal());
    return idle.isBefore(total) ? idle : total;
  }

  /**
   * The part of a grant that changes.
   *
   * @param generation counts the refreshes; the refresh token of this generation is the live one
   * @param renewedAt when the generation was reached
   * @param revokedAt when it was revoked or its consent withdrawn; null while it lives
   */
  public record Life(
      int generation, Instant openedAt, Instant renewedAt, @Nullable Instant revokedAt) {}
}
