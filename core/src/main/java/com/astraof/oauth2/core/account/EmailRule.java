package com.astraof.oauth2.core.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an e-mail address must be: contract 1.6. It is ASCII without spaces and line ends, so that
 * none can bring a header of its own into a mail (RFC 5322 §2.2).
 */
public final class EmailRule {
  private static final int LONGEST = 254;
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  private EmailRule() {}

  /** Why this cannot be an address, for whoever typed it; empty when it can. */
  public static Optional<String> problemWith(String text) {
    return text.length() <= LONGEST && EMAIL.matcher(text).matches()
        ? Optional.empty()
        : Optional.of("Write an e-mail address such as name@example.org.");
  }

  /** The spelling that all spellings of an address have in common. */
  public static String folded(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
