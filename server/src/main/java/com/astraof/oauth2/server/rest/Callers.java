package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.token.AccessTokens;
import java.time.Instant;
import java.util.Optional;

/** Finds out who a token belongs to (contract 1.2); empty for one that is void. */
public final class Callers {
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final Endings endings;
  private final UserStore users;
  private final ApplicationStore applications;

  public Callers(
      Sessions sessions,
      AccessTokens accessTokens,
      Endings endings,
      UserStore users,
      ApplicationStore applications) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.endings = endings;
    this.users = users;
    this.applications = applications;
  }

  Optional<Actor.Person> person(String token, Instant now) {
    return sessions
        .find(new Secret(token), now)
        .map(session -> new Actor.Person(session.user(), session));
  }

  Optional<Actor.App> app(String token, Instant now) {
    return accessTokens
        .verify(new Secret(token), now)
        .filter(access -> !endings.reach(access, now))
        .flatMap(access -> users.find(access.user()).map(user -> new Actor.App(user, access)));
  }

  Optional<Actor.Bot> bot(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    var secret = new Secret(token.substring(dot + 1));
    return ApplicationId.parse(token.substring(0, dot))
        .flatMap(applications::find)
        .filter(application -> application.bot().token().matches(secret))
        .flatMap(application -> users.find(application.botUser()))
        .map(Actor.Bot::new);
  }
}
