package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.token.AccessToken;
import com.astraof.oauth2.server.http.Call;

/** Who calls the API, after it has been proved. */
public sealed interface Actor {
  User user();

  /** What this caller is doing. */
  default Act act(Call call) {
    return call.act(
        switch (this) {
          case Person(var user, var _) -> new Who.Person(user.id());
          case Bot(var user) -> new Who.App(new ApplicationId(user.id().value()));
          case App(var _, var token) -> new Who.App(token.application());
        });
  }

  /** A person, by session. */
  record Person(User user, Session session) implements Actor {}

  /** An application's bot. */
  record Bot(User user) implements Actor {}

  /** An application on behalf of a person, within the scopes of its token. */
  record App(User user, AccessToken token) implements Actor {
    public Scopes scopes() {
      return token.scopes();
    }
  }
}
