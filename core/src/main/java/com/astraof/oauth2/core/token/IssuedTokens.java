package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer of the token endpoint.
 *
 * @param isBound whether the access token is used with a proof (RFC 9449 §5)
 * @param refreshToken null where the application can ask again by itself (RFC 6749 §4.4.3)
 * @param scopes of the access token
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749 §5.1</a>
 */
public record IssuedTokens(
    Secret accessToken,
    boolean isBound,
    Duration expiresIn,
    @Nullable Secret refreshToken,
    Scopes scopes) {
  /** {@code token_type}. */
  public String type() {
    return isBound ? "DPoP" : "Bearer";
  }
}
