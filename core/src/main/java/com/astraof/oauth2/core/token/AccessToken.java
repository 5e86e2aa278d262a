package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine, unexpired access token says.
 *
 * @param user for whom it is; the application's bot where it is the application's own
 * @param approval what its grant was opened by; its sign-in to the second
 * @param key that must be proved to use it (RFC 9449 §6); null for none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2">RFC 9068 §2.2</a>
 */
public record AccessToken(
    GrantId grant,
    UserId user,
    ApplicationId application,
    Scopes scopes,
    Approval approval,
    Life life,
    @Nullable Thumbprint key) {

  /** From when to when it is good. */
  public record Life(Instant issuedAt, Instant expiresAt) {}

  /** The consent that its grant was opened under. */
  public Instant consentSince() {
    return approval.consentSince();
  }

  public Instant expiresAt() {
    return life.expiresAt();
  }

  /** Whether the application has it for itself (RFC 6749 §4.4), and acts for no user. */
  public boolean isOwn() {
    return user.value() == application.value();
  }
}
