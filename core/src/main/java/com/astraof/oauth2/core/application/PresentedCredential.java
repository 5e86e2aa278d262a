package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.secret.Secret;

/** How a client says who it is, before anyone has believed it (RFC 6749 §2.3). */
public sealed interface PresentedCredential {
  /** {@code client_secret_basic}. */
  record Basic(String clientId, Secret secret) implements PresentedCredential {}

  /** {@code client_secret_post}. */
  record Post(String clientId, Secret secret) implements PresentedCredential {}

  /** {@code none}: a client_id alone, as public clients do. */
  record IdOnly(String clientId) implements PresentedCredential {}

  /** Nothing that names a client. */
  record Nothing() implements PresentedCredential {}

  /** A Basic header that cannot be read. */
  record Unreadable() implements PresentedCredential {}
}
