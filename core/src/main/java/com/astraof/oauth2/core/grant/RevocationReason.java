package com.astraof.oauth2.core.grant;

import com.astraof.oauth2.core.audit.Event;

/** Why a grant ended. Stored by name. */
public enum RevocationReason {
  /** The app gave a token back (RFC 7009). */
  APP_REVOKED(Event.ACCESS_GIVEN_BACK),
  /** A code came a second time (RFC 6749 §4.1.2). */
  CODE_REPLAYED(Event.CODE_REPLAYED),
  /** A retired refresh token came back (RFC 9700 §4.14). */
  REFRESH_REUSED(Event.REFRESH_REUSED),
  /** The operator ended it. */
  OPERATOR_ENDED(Event.ACCESS_ENDED);

  private final Event event;

  RevocationReason(Event event) {
    this.event = event;
  }

  /** How the audit log calls it. */
  public Event event() {
    return event;
  }
}
