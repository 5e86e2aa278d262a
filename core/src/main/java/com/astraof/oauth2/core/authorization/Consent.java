package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.protocol.Scopes;
import java.time.Instant;

/**
 * The remembered yes of one user to one application.
 *
 * @param scopes all that was ever approved and not taken back
 * @param since when the first of it was approved; tells this consent from one that was withdrawn
 */
public record Consent(Scopes scopes, Instant since) {}
