package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import java.time.Instant;

/**
 * What a genuine, unexpired access token says.
 *
 * @param consentSince the consent that its grant was opened under
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2">RFC 9068 §2.2</a>
 */
public record AccessToken(
    GrantId grant,
    UserId user,
    ApplicationId application,
    Scopes scopes,
    Instant consentSince,
    Instant expiresAt) {}
