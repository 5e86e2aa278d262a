package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.token.IssuedTokens;
import org.jspecify.annotations.Nullable;

/** What the token endpoint has to say. */
public sealed interface TokenOutcome {
  /**
   * @param guild where the app's bot was added along the way; null when none was
   */
  record Issued(IssuedTokens tokens, @Nullable GuildId guild) implements TokenOutcome {}

  /**
   * @param reason for the application's owner, who may know more than the request's sender
   */
  record Refused(OAuthError error, Reason reason) implements TokenOutcome {
    /** There is no more to know. */
    Refused(OAuthError error) {
      this(error, Reason.told(error));
    }
  }

  static Refused invalidGrant(Reason reason, String description) {
    return new Refused(OAuthError.of(OAuthError.Code.INVALID_GRANT, description), reason);
  }

  static Refused invalidGrant(Cause cause, String description) {
    return invalidGrant(Reason.of(cause), description);
  }
}
