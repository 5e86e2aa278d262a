package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.secret.Secret;

/** A secret on the one page that shows it. */
public record FreshSecret(Secret secret) {
  /** The secret itself. */
  public String text() {
    return secret.expose();
  }
}
