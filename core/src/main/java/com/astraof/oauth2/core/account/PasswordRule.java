package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.secret.Secret;
import java.util.Optional;

/** What a password must be: contract 1.6. */
final class PasswordRule {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;

  private PasswordRule() {}

  static Optional<String> problemWith(Secret password) {
    int length = password.expose().length();
    return length >= SHORTEST && length <= LONGEST
        ? Optional.empty()
        : Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
  }
}
