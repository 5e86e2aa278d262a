package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Secret;
import java.time.Duration;

/**
 * A successful answer of the token endpoint.
 *
 * @param scopes of the access token
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749 §5.1</a>
 */
public record IssuedTokens(
    Secret accessToken, Duration expiresIn, Secret refreshToken, Scopes scopes) {}
