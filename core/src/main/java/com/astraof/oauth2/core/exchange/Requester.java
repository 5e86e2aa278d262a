package com.astraof.oauth2.core.exchange;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.token.TokenBinding;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for tokens: an application that has authenticated.
 *
 * @param key that it holds, as a proof in the request shows (RFC 9449); null for none
 */
public record Requester(Application application, @Nullable Thumbprint key) {
  /** What new tokens are bound to: a refresh token only where nothing else protects it (§5). */
  TokenBinding binding() {
    return new TokenBinding(key, application.isConfidential() ? null : key);
  }
}
