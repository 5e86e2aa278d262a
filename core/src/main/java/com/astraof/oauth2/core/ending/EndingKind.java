package com.astraof.oauth2.core.ending;

import com.astraof.oauth2.core.grant.RevocationReason;

/** How something came to its end, for whoever counts. */
public enum EndingKind {
  /** The app gave a token back (RFC 7009). */
  GIVEN_BACK,
  /** A code came a second time (RFC 6749 §4.1.2). */
  CODE_REPLAYED,
  /** A retired refresh token came back (RFC 9700 §4.14). */
  REFRESH_REUSED,
  /** A user took an app's access back. */
  CONSENT_WITHDRAWN,
  APPLICATION_DELETED,
  /** The operator ended it. */
  OPERATOR_ENDED;

  static EndingKind of(RevocationReason reason) {
    return switch (reason) {
      case APP_REVOKED -> GIVEN_BACK;
      case CODE_REPLAYED -> CODE_REPLAYED;
      case REFRESH_REUSED -> REFRESH_REUSED;
      case OPERATOR_ENDED -> OPERATOR_ENDED;
    };
  }
}
