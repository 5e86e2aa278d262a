package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import java.util.Optional;

/**
 * Slows the guessing of user codes, by account and by address. Only wrong ones count.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-5.1">RFC 8628 §5.1</a>
 */
public final class DeviceGuesses {
  private final RateLimits limits;

  public DeviceGuesses(RateLimits limits) {
    this.limits = limits;
  }

  /** The refusal, when too many wrong codes came before. */
  public Optional<Reply> refusal(UserId user, String address, ErrorShape errors) {
    String account = user.toString();
    if (limits.isExhausted(Limit.DEVICE_GUESSES_OF_ACCOUNT, account)) {
      return Optional.of(limits.exhausted(Limit.DEVICE_GUESSES_OF_ACCOUNT, account, errors));
    }
    if (limits.isExhausted(Limit.DEVICE_GUESSES_OF_ADDRESS, address)) {
      return Optional.of(limits.exhausted(Limit.DEVICE_GUESSES_OF_ADDRESS, address, errors));
    }
    return Optional.empty();
  }

  public void countWrong(UserId user, String address) {
    limits.count(Limit.DEVICE_GUESSES_OF_ACCOUNT, user.toString());
    limits.count(Limit.DEVICE_GUESSES_OF_ADDRESS, address);
  }
}
