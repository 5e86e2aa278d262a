package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.protocol.Scopes;

/** Who may call a route. A route cannot be written down without one. */
public sealed interface Access {
  /**
   * Whether the scripts of other sites may call it and read the answer: what apps are let in to by
   * what they bring themselves, never by a cookie.
   */
  default boolean isForScripts() {
    return switch (this) {
      case Client _, App _ -> true;
      case Actor(var scopes) -> !scopes.isEmpty();
      case Anyone(var scripts) -> scripts;
      case Browser _, Person _, Bot _ -> false;
    };
  }

  /**
   * Anyone: the endpoint itself decides what a stranger sees.
   *
   * @param scripts whether the scripts of other sites may read it too
   */
  record Anyone(boolean scripts) implements Access {
    public Anyone() {
      this(false);
    }
  }

  /** An application that authenticates itself (RFC 6749 §2.3). */
  record Client() implements Access {}

  /** A person in the browser, by session cookie; forms carry the session's own token. */
  record Browser() implements Access {}

  /**
   * Someone who says who they are in the Authorization header (contract 1.2).
   *
   * @param scopes an access token with any of these may; none may where it is empty
   */
  record Actor(Scopes scopes) implements Access {}

  /** A person who is signed in, and neither bots nor apps. */
  record Person() implements Access {}

  /**
   * An application on behalf of a user, and nobody else.
   *
   * @param scopes an access token with any of these may; each one may where it is empty
   */
  record App(Scopes scopes) implements Access {}

  /** A bot and nobody else. */
  record Bot() implements Access {}
}
