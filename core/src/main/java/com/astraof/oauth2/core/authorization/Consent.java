package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.protocol.Scopes;
import java.time.Instant;

/**
 * The remembered yes of one user to one application.
 *
 * @param scopes all that was ever approved and not taken back
 * @param since when the first of it was approved; also its name, for no two consents of one user to
 *     one application ever have the same instant
 * @param lastUsedAt when the application last called the API for the user, to the hour; {@code
 *     since} if it never has
 */
public record Consent(Scopes scopes, Instant since, Instant lastUsedAt) {}
