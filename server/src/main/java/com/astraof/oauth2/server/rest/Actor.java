package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.token.AccessToken;

/** Who calls the API, after it has been proved. */
public sealed interface Actor {
  User user();

  /** A person, by session. */
  record Person(User user) implements Actor {}

  /** An application's bot. */
  record Bot(User user) implements Actor {}

  /** An application on behalf of a person, within the scopes of its token. */
  record App(User user, AccessToken token) implements Actor {
    public Scopes scopes() {
      return token.scopes();
    }
  }
}
