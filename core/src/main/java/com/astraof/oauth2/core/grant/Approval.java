package com.astraof.oauth2.core.grant;

import com.astraof.oauth2.core.authentication.Authentication;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a grant was opened by.
 *
 * @param consentSince names the user's consent, with which it ends
 * @param authentication how the user was signed in who gave it; null where nobody was, and where it
 *     was not written down yet
 */
public record Approval(Instant consentSince, @Nullable Authentication authentication) {}
