package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.secret.Secret;
import org.jspecify.annotations.Nullable;

/** How a client says who it is, before anyone has believed it (RFC 6749 §2.3). */
public sealed interface PresentedCredential {
  /** {@code client_secret_basic}. */
  record Basic(String clientId, Secret secret) implements PresentedCredential {}

  /** {@code client_secret_post}. */
  record Post(String clientId, Secret secret) implements PresentedCredential {}

  /**
   * {@code private_key_jwt}, or whatever else the type says (RFC 7521 §4.2).
   *
   * @param clientId which the form may name beside it; null when it does not
   */
  record Assertion(String type, Secret text, @Nullable String clientId)
      implements PresentedCredential {}

  /** {@code none}: a client_id alone, as public clients do. */
  record IdOnly(String clientId) implements PresentedCredential {}

  /** Nothing that names a client. */
  record Nothing() implements PresentedCredential {}

  /** A Basic header that cannot be read. */
  record Unreadable() implements PresentedCredential {}
}
