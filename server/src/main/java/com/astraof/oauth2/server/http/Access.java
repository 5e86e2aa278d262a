package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.protocol.Scopes;

/** Who may call a route. A route cannot be written down without one. */
public sealed interface Access {
  /** Anyone: the endpoint itself decides what a stranger sees. */
  record Anyone() implements Access {}

  /** An application that authenticates itself (RFC 6749 §2.3). */
  record Client() implements Access {}

  /** A person in the browser, by session cookie; forms carry the session's own token. */
  record Browser() implements Access {}

  /**
   * Someone who says who they are in the Authorization header (contract 1.2).
   *
   * @param bots whether bots may
   * @param scopes an access token with any of these may; none may where it is empty
   */
  record Actor(boolean bots, Scopes scopes) implements Access {}
}
