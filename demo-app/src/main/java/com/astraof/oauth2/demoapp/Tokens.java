package com.astraof.oauth2.demoapp;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Astral issued. They stay on this side: no page and no log shows them. */
record Tokens(AccessToken access, @Nullable RefreshToken refresh, Scope scope, Instant expiresAt) {
  boolean allow(String scopeName) {
    return scope.contains(scopeName);
  }

  @Override
  public String toString() {
    return "Tokens[scope=" + scope + ", expiresAt=" + expiresAt + "]";
  }
}
