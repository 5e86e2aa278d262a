package com.astraof.oauth2.core.grant;

/** Why a grant ended. Stored by name. */
public enum RevocationReason {
  /** The app gave a token back (RFC 7009). */
  APP_REVOKED,
  /** A code came a second time (RFC 6749 §4.1.2). */
  CODE_REPLAYED,
  /** A retired refresh token came back (RFC 9700 §4.14). */
  REFRESH_REUSED,
  /** The user removed the app's access. */
  USER_REMOVED
}
