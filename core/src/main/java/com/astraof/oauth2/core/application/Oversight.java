package com.astraof.oauth2.core.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the operator of the server has decided about an application.
 *
 * @param verifiedAt when the operator made sure that it is what it says; null for never
 * @param disabled since when and why it may do nothing; null while it may
 * @param validFrom what was issued to it before is void, at a full second as tokens have it
 * @param limitTimes how many times as often as others it may call, from 1 to {@value #MOST_TIMES}
 */
public record Oversight(
    @Nullable Instant verifiedAt, @Nullable Disabling disabled, Instant validFrom, int limitTimes) {
  public static final int MOST_TIMES = 1_000;
  public static final Oversight NONE = new Oversight(null, null, Instant.EPOCH, 1);

  public Oversight {
    if (limitTimes < 1 || limitTimes > MOST_TIMES) {
      throw new IllegalArgumentException("An application may call as often as others, or more");
    }
  }

  public boolean isVerified() {
    return verifiedAt != null;
  }

  /** Also until the second from which on it may be used again has begun. */
  public boolean isDisabledAt(Instant now) {
    return now.isBefore(voidBefore());
  }

  /** What was issued earlier is void: all there is while it is disabled. */
  public Instant voidBefore() {
    return disabled == null ? validFrom : Instant.MAX;
  }

  Oversight verified(Instant at) {
    return new Oversight(at, disabled, validFrom, limitTimes);
  }

  Oversight unverified() {
    return new Oversight(null, disabled, validFrom, limitTimes);
  }

  Oversight disabled(Instant at, @Nullable String reason) {
    return new Oversight(verifiedAt, new Disabling(at, reason), validFrom, limitTimes);
  }

  Oversight enabledFrom(Instant second) {
    return new Oversight(verifiedAt, null, second, limitTimes);
  }

  Oversight limited(int times) {
    return new Oversight(verifiedAt, disabled, validFrom, times);
  }

  /**
   * @param reason in the operator's words, for the owner; null when none was given
   */
  public record Disabling(Instant since, @Nullable String reason) {}
}
