package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.protocol.Thumbprint;
import org.jspecify.annotations.Nullable;

/**
 * Which key must be proved to use tokens; null for those that whoever bears them may use.
 *
 * @param access for the access token
 * @param refresh for the refresh token; the same for all generations of a grant
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-5">RFC 9449 §5</a>
 */
public record TokenBinding(@Nullable Thumbprint access, @Nullable Thumbprint refresh) {}
