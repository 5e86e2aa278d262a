package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.token.IssuedTokens;
import org.jspecify.annotations.Nullable;

/** What the token endpoint has to say. */
public sealed interface TokenOutcome {
  /**
   * @param guild where the app's bot was added along the way; null when none was
   */
  record Issued(IssuedTokens tokens, @Nullable GuildId guild) implements TokenOutcome {}

  record Refused(OAuthError error) implements TokenOutcome {}

  static Refused invalidGrant(String description) {
    return new Refused(OAuthError.of(OAuthError.Code.INVALID_GRANT, description));
  }
}
