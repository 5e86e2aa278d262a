package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.secret.Secret;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a password must be: contract 1.6, and none that attackers try first. */
final class PasswordRule {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;

  private PasswordRule() {}

  /**
   * @param names that its owner goes by; null for those that they do not have
   */
  static Optional<String> problemWith(Secret password, @Nullable String... names) {
    return problemWith(password)
        .or(
            () ->
                Stream.of(names).anyMatch(password.expose()::equalsIgnoreCase)
                    ? Optional.of("A password is not your address or your name. Choose another.")
                    : Optional.empty());
  }

  static Optional<String> problemWith(Secret password) {
    int length = password.expose().length();
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    return KnownPasswords.contain(password)
        ? Optional.of(
            "This password leaked from other sites, so it is guessed first. Choose another.")
        : Optional.empty();
  }
}
