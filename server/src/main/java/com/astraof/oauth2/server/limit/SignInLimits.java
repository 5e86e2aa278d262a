package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.core.account.KnownPlaces;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import java.util.Locale;
import java.util.Optional;

/**
 * Slows the guessing of passwords, by account and by address. Only failures count. An account is
 * slowed for each address apart, and for all strange addresses together, so that neither one
 * stranger's guesses nor those of many keep the owner out where they are signed in already.
 */
public final class SignInLimits {
  private static final int LONGEST_EMAIL = 254;

  private final RateLimits limits;
  private final KnownPlaces places;

  public SignInLimits(RateLimits limits, KnownPlaces places) {
    this.limits = limits;
    this.places = places;
  }

  /** The refusal, when too many failures came before. */
  public Optional<Reply> refusal(String email, Call call, ErrorShape errors) {
    String account = account(email);
    String here = account + " " + call.network();
    if (limits.isExhausted(Limit.LOGIN_FAILURES_OF_EMAIL, here)) {
      return Optional.of(limits.exhausted(Limit.LOGIN_FAILURES_OF_EMAIL, here, errors));
    }
    if (limits.isExhausted(Limit.LOGIN_FAILURES_OF_ADDRESS, call.network())) {
      return Optional.of(limits.exhausted(Limit.LOGIN_FAILURES_OF_ADDRESS, call.network(), errors));
    }
    return limits.isExhausted(Limit.LOGIN_FAILURES_OF_ACCOUNT, account)
            && !places.include(email, call.client(), call.now())
        ? Optional.of(limits.exhausted(Limit.LOGIN_FAILURES_OF_ACCOUNT, account, errors))
        : Optional.empty();
  }

  public void countFailure(String email, Call call) {
    String account = account(email);
    limits.count(Limit.LOGIN_FAILURES_OF_EMAIL, account + " " + call.network());
    limits.count(Limit.LOGIN_FAILURES_OF_ADDRESS, call.network());
    limits.count(Limit.LOGIN_FAILURES_OF_ACCOUNT, account);
  }

  private static String account(String email) {
    // No address of an account is longer; what is must not fill the memory.
    String bounded = email.substring(0, Math.min(email.length(), LONGEST_EMAIL));
    return bounded.toLowerCase(Locale.ROOT);
  }
}
