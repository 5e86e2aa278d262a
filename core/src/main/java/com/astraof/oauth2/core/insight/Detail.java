package com.astraof.oauth2.core.insight;

import java.time.Instant;

/** What a reason names. Never a secret, a code, a token, a verifier or somebody's address. */
public sealed interface Detail {
  /** How many. */
  record Count(long value) implements Detail {}

  record Moment(Instant at) implements Detail {}

  /** As a stranger may have sent it: shown, never followed. */
  record Text(String value) implements Detail {
    private static final int LONGEST = 200;

    public Text {
      String visible = value.replaceAll("\\p{Cc}", "");
      boolean isLong = visible.codePointCount(0, visible.length()) > LONGEST;
      value = isLong ? visible.substring(0, visible.offsetByCodePoints(0, LONGEST)) + "…" : visible;
    }
  }
}
