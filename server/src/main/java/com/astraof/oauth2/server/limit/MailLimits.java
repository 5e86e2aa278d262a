package com.astraof.oauth2.server.limit;

import com.astraof.oauth2.core.account.EmailRule;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.server.http.Call;

/**
 * Bounds the mails that people ask for, so that this server floods nobody: by the network they ask
 * from and the address they ask for, whether or not anybody has it; and by account, where it is
 * known who asks.
 */
public final class MailLimits {
  private final RateLimits limits;

  public MailLimits(RateLimits limits) {
    this.limits = limits;
  }

  /** Whether one more may be sent, which counts. */
  public boolean admit(Call call, String recipient) {
    String address = EmailRule.folded(recipient);
    boolean full =
        limits.isExhausted(Limit.MAILS_FROM_NETWORK, call.network())
            || limits.isExhausted(Limit.MAILS_TO_ADDRESS, address);
    if (!full) {
      limits.count(Limit.MAILS_FROM_NETWORK, call.network());
      limits.count(Limit.MAILS_TO_ADDRESS, address);
    }
    return !full;
  }

  /** The same where it is known who asks. */
  public boolean admit(Call call, UserId user, String recipient) {
    String account = user.toString();
    if (limits.isExhausted(Limit.MAILS_OF_ACCOUNT, account) || !admit(call, recipient)) {
      return false;
    }
    limits.count(Limit.MAILS_OF_ACCOUNT, account);
    return true;
  }
}
