package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import java.util.Optional;

/**
 * Slows the guessing of one-time codes, by account: with as many tickets and sessions as one likes,
 * from wherever. A try is taken before the code is looked at, so that no number of tries at once
 * gets around it, and given back when the code is right. After a while there is always another; a
 * passkey needs none.
 */
public final class CodeGuesses {
  private final RateLimits limits;

  public CodeGuesses(RateLimits limits) {
    this.limits = limits;
  }

  /** Takes a try; the refusal, when there is none left. */
  public Optional<Reply> refusal(UserId user, ErrorShape errors) {
    return take(user)
        ? Optional.empty()
        : Optional.of(limits.exhausted(Limit.CODE_FAILURES, user.toString(), errors));
  }

  /** Takes a try; false when there is none left. */
  public boolean take(UserId user) {
    return limits.take(Limit.CODE_FAILURES, user.toString());
  }

  /** When there is another try, as {@code Retry-After} says it. */
  public String retryAfter(UserId user) {
    return limits.retryAfter(Limit.CODE_FAILURES, user.toString());
  }

  /** The code was right. */
  public void giveBack(UserId user) {
    limits.giveBack(Limit.CODE_FAILURES, user.toString());
  }
}
