package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import java.util.Locale;
import java.util.Optional;

/**
 * Slows the guessing of passwords, by account and by address. Only failures count, and an account
 * is slowed for each address apart, so that a stranger's guesses do not keep the owner out.
 */
public final class SignInLimits {
  private static final int LONGEST_EMAIL = 254;

  private final RateLimits limits;

  public SignInLimits(RateLimits limits) {
    this.limits = limits;
  }

  /** The refusal, when too many failures came before. */
  public Optional<Reply> refusal(String email, String address, ErrorShape errors) {
    String account = account(email, address);
    if (limits.isExhausted(Limit.LOGIN_FAILURES_OF_EMAIL, account)) {
      return Optional.of(limits.exhausted(Limit.LOGIN_FAILURES_OF_EMAIL, account, errors));
    }
    if (limits.isExhausted(Limit.LOGIN_FAILURES_OF_ADDRESS, address)) {
      return Optional.of(limits.exhausted(Limit.LOGIN_FAILURES_OF_ADDRESS, address, errors));
    }
    return Optional.empty();
  }

  public void countFailure(String email, String address) {
    limits.count(Limit.LOGIN_FAILURES_OF_EMAIL, account(email, address));
    limits.count(Limit.LOGIN_FAILURES_OF_ADDRESS, address);
  }

  private static String account(String email, String address) {
    // No address of an account is longer; what is must not fill the memory.
    String bounded = email.substring(0, Math.min(email.length(), LONGEST_EMAIL));
    return bounded.toLowerCase(Locale.ROOT) + " " + address;
  }
}
