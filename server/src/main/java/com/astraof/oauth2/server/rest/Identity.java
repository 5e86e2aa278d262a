package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.protocol.OAuthError;

/** What a door makes of a token. */
sealed interface Identity<A extends Actor> {
  record Known<A extends Actor>(A actor) implements Identity<A> {}

  /** The token is void, or not for this door. */
  record Unknown<A extends Actor>() implements Identity<A> {}

  /** The token is bound to a key that the caller has not shown to hold (RFC 9449 §7.1). */
  record Unproven<A extends Actor>(OAuthError error) implements Identity<A> {}
}
