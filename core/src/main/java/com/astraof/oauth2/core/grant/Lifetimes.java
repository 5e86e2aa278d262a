package com.astraof.oauth2.core.grant;

import java.time.Duration;

/**
 * How long things live.
 *
 * @param code authorization codes; at most 10 minutes (RFC 6749 §4.1.2), one by default
 * @param access access tokens
 * @param refreshIdle a grant that is not refreshed for so long expires
 * @param refreshTotal the age at which a grant expires however busy it is
 * @param grace how long a retired refresh token still fetches its unused successor
 */
public record Lifetimes(
    Duration code, Duration access, Duration refreshIdle, Duration refreshTotal, Grace grace) {

  /** As documented: 60 s, 7 days, 180 days, 1 year. */
  public static final Lifetimes DOCUMENTED =
      new Lifetimes(
          Duration.ofSeconds(60),
          Duration.ofDays(7),
          Duration.ofDays(180),
          Duration.ofDays(365),
          new Grace(Duration.ofHours(1), Duration.ofSeconds(30)));

  /**
   * The window in which a lost answer can be asked for again.
   *
   * @param authenticated for apps that prove who they are
   * @param open for public apps, whose refresh token alone would serve a thief
   */
  public record Grace(Duration authenticated, Duration open) {}
}
