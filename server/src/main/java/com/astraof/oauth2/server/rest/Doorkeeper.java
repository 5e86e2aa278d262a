package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.grant.RevokedGrants;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.token.AccessToken;
import com.astraof.oauth2.core.token.AccessTokens;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the Authorization header, and nothing but that header, and decides who is let in (contract
 * 1.2).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750 §3</a>
 */
public final class Doorkeeper {
  private static final String BEARER = "Bearer ";
  private static final String BOT = "Bot ";

  private final ApiErrors errors = new ApiErrors();
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final RevokedGrants revoked;
  private final UserStore users;
  private final ApplicationStore applications;
  private final RateLimits limits;

  public Doorkeeper(
      Sessions sessions,
      AccessTokens accessTokens,
      RevokedGrants revoked,
      UserStore users,
      ApplicationStore applications,
      RateLimits limits) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.revoked = revoked;
    this.users = users;
    this.applications = applications;
    this.limits = limits;
  }

  /** The endpoint behind this door. */
  public Endpoint guard(Access.Actor access, Limit limit, RestEndpoint endpoint) {
    return call -> {
      String header = call.header("authorization").orElse("");
      if (!holdsToken(header)) {
        return missing();
      }
      return identify(header, access, call.now())
          .map(actor -> admit(access, limit, endpoint, call, actor))
          .orElseGet(() -> invalid(call));
    };
  }

  /** Contract 1.2: one word, or a known scheme, one space and one word. */
  private static boolean holdsToken(String header) {
    int scheme = header.startsWith(BEARER) ? BEARER.length() : 0;
    int start = header.startsWith(BOT) ? BOT.length() : scheme;
    return header.length() > start && header.indexOf(' ', start) < 0;
  }

  private Optional<Actor> identify(String header, Access.Actor access, Instant now) {
    if (header.startsWith(BEARER)) {
      return access.scopes().isEmpty()
          ? Optional.empty()
          : app(header.substring(BEARER.length()), now);
    }
    return header.startsWith(BOT)
        ? bot(header.substring(BOT.length()))
        : sessions.find(new Secret(header), now).map(Session::user).map(Actor.Person::new);
  }

  private Optional<Actor> app(String token, Instant now) {
    return accessTokens
        .verify(new Secret(token), now)
        .filter(access -> !revoked.contains(access.grant()))
        .flatMap(access -> users.find(access.user()).map(user -> new Actor.App(user, access)));
  }

  private Optional<Actor> bot(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    var secret = new Secret(token.substring(dot + 1));
    return ApplicationId.parse(token.substring(0, dot))
        .filter(id -> applications.botToken(id).filter(hash -> hash.matches(secret)).isPresent())
        .flatMap(id -> users.find(new UserId(id.value())))
        .map(Actor.Bot::new);
  }

  private Reply admit(
      Access.Actor access, Limit limit, RestEndpoint endpoint, Call call, Actor actor) {
    return switch (actor) {
      case Actor.Bot _ when !access.bots() ->
          ApiErrors.reply(403, "ACCESS_DENIED", "Bots may not do this.");
      case Actor.App(var _, var token) when !hasAny(token, access) -> insufficient(access);
      case Actor.App _, Actor.Bot _, Actor.Person _ -> limited(limit, endpoint, call, actor);
    };
  }

  private Reply limited(Limit limit, RestEndpoint endpoint, Call call, Actor actor) {
    User user = actor.user();
    String key = user.id().toString();
    Reply reply =
        limits.isExhausted(Limit.GLOBAL, key)
            ? limits.exhausted(Limit.GLOBAL, key, errors)
            : limits.guard(limit, key, errors, () -> endpoint.answer(call, actor));
    limits.count(Limit.GLOBAL, key);
    return reply.remark("user", user.id());
  }

  private static boolean hasAny(AccessToken token, Access.Actor access) {
    return !token.scopes().minus(access.scopes()).equals(token.scopes());
  }

  private static Reply missing() {
    return ApiErrors.reply(401, "UNAUTHORIZED", "Send a token in the Authorization header.")
        .with("WWW-Authenticate", "Bearer realm=\"Astral\"");
  }

  private Reply invalid(Call call) {
    Reply refusal =
        ApiErrors.reply(
                401,
                "INVALID_AUTH_TOKEN",
                "The token is wrong, expired or revoked, or not for this.")
            .with("WWW-Authenticate", "Bearer realm=\"Astral\", error=\"invalid_token\"");
    return limits.guard(Limit.CLIENT_FAILURES, call.client(), errors, () -> refusal);
  }

  private static Reply insufficient(Access.Actor access) {
    String names = access.scopes().toString();
    return ApiErrors.reply(403, "ACCESS_DENIED", "The token needs one of the scopes: " + names)
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"Astral\", error=\"insufficient_scope\", scope=\"" + names + "\"");
  }
}
