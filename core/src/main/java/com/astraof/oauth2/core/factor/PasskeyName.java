package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.account.DisplayName;
import java.util.Optional;

/** What its owner calls a passkey: 1 to 32 characters, cleaned like a display name. */
public record PasskeyName(String text) {
  private static final int LONGEST = 32;

  /** Empty for what is too long, or nothing. */
  public static Optional<PasskeyName> of(String typed) {
    String cleaned = DisplayName.clean(typed);
    return cleaned.isEmpty() || cleaned.codePointCount(0, cleaned.length()) > LONGEST
        ? Optional.empty()
        : Optional.of(new PasskeyName(cleaned));
  }
}
