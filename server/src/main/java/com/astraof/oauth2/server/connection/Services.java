package com.astraof.oauth2.server.connection;

import java.time.Duration;

/** The services that accounts can be linked at, and the way to ask them. */
public record Services(Providers providers, ProviderClient client) {
  /** For each of the two requests that a link takes, while somebody waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * @param issuer the redirect URIs begin with it
   */
  public static Services of(Providers providers, String issuer) {
    return new Services(providers, new ProviderClient(issuer, PATIENCE));
  }
}
