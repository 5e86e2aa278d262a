package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization code says once it is opened.
 *
 * @param grant the grant that the exchange will open
 * @param binding what the exchange must repeat
 * @param guild where the app's bot was added along the way; null when none was
 */
public record AuthorizationCode(
    GrantId grant,
    UserId user,
    ApplicationId application,
    Scopes scopes,
    Binding binding,
    Validity validity,
    @Nullable GuildId guild) {

  /**
   * @param challenge null when the app sent none
   * @param key that the app said it would prove (RFC 9449 §10); null when it said nothing
   */
  public record Binding(
      RedirectUri redirectUri, @Nullable CodeChallenge challenge, @Nullable Thumbprint key) {}

  /**
   * Valid until just before {@code expiresAt}, while the user's consent stands. Apps exchange a
   * code within milliseconds, at a node whose clock may be behind that of the one that issued it.
   *
   * @param approval which consent, and by whom it was given
   */
  public record Validity(Instant issuedAt, Instant expiresAt, Approval approval) {
    /** As long as for access tokens. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    boolean covers(Instant now) {
      return !now.isBefore(issuedAt.minus(SKEW)) && now.isBefore(expiresAt);
    }
  }

  /** False after its time, and long before it, should the clock have been turned back. */
  public boolean isValidAt(Instant now) {
    return validity.covers(now);
  }
}
