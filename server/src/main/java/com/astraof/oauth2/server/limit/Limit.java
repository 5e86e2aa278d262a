package com.astraof.oauth2.server.limit;

import java.time.Duration;

/** The buckets of contract 1.5: so many requests in a window, for each key. */
public enum Limit {
  /** For each user, or address where nobody is known, over the whole API. */
  GLOBAL(50, Duration.ofSeconds(1)),
  AUTHORIZE(60, Duration.ofSeconds(60)),
  CLIENT(3_000, Duration.ofSeconds(60)),
  CLIENT_FAILURES(120, Duration.ofSeconds(60)),
  REGISTER(10, Duration.ofSeconds(10)),
  LOGIN(10, Duration.ofSeconds(10)),
  LOGIN_FAILURES_OF_EMAIL(5, Duration.ofMinutes(15)),
  LOGIN_FAILURES_OF_ADDRESS(10, Duration.ofMinutes(30)),
  LOGOUT(20, Duration.ofSeconds(10)),
  APPLICATIONS_READ(60, Duration.ofSeconds(60)),
  APPLICATION_CREATE(10, Duration.ofHours(1)),
  ME(40, Duration.ofSeconds(10)),
  MY_GUILDS(40, Duration.ofSeconds(10)),
  GUILD_CREATE(10, Duration.ofSeconds(60));

  private final int requests;
  private final Duration window;

  Limit(int requests, Duration window) {
    this.requests = requests;
    this.window = window;
  }

  int requests() {
    return requests;
  }

  Duration window() {
    return window;
  }
}
