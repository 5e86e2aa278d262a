package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.authorization.AuthorizedApps;
import com.astraof.oauth2.core.id.Snowflake;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.token.AccessToken;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

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
  private final Callers callers;
  private final AuthorizedApps apps;
  private final RateLimits limits;

  public Doorkeeper(Callers callers, AuthorizedApps apps, RateLimits limits) {
    this.callers = callers;
    this.apps = apps;
    this.limits = limits;
  }

  /** Whoever says who they are, apps only with one of the scopes. */
  public Endpoint guard(Access.Actor access, Limit limit, RestEndpoint<Actor> endpoint) {
    return door(
        Refusals.USUAL,
        (header, now) -> identify(header, access, now),
        (call, actor) ->
            actor instanceof Actor.App(var _, var token) && !hasAny(token, access.scopes())
                ? insufficient(access.scopes())
                : limited(limit, endpoint, call, actor));
  }

  /** A person who is signed in, and neither bots nor apps. */
  public Endpoint guard(Access.Person access, Limit limit, RestEndpoint<Actor.Person> endpoint) {
    return door(
        Refusals.USUAL,
        (header, now) -> identify(header, new Access.Actor(Scopes.NONE), now),
        (call, actor) ->
            switch (actor) {
              case Actor.Person person -> limited(limit, endpoint, call, person);
              case Actor.Bot _, Actor.App _ ->
                  ApiErrors.reply(403, "ACCESS_DENIED", "Bots may not do this.");
            });
  }

  /** An app on behalf of a user, with one of the scopes where some are named. */
  public Endpoint guard(Access.App access, Limit limit, RestEndpoint<Actor.App> endpoint) {
    return door(
        Refusals.OF_OAUTH,
        (header, now) ->
            header.startsWith(BEARER)
                ? callers.app(header.substring(BEARER.length()), now)
                : Optional.empty(),
        (call, app) ->
            access.scopes().isEmpty() || hasAny(app.token(), access.scopes())
                ? limited(limit, endpoint, call, app)
                : insufficient(access.scopes()));
  }

  /** A bot and nobody else. */
  public Endpoint guard(
      Access.Bot access, Limit limit, Refusals refusals, RestEndpoint<Actor.Bot> endpoint) {
    return door(
        refusals,
        (header, _) ->
            header.startsWith(BOT) ? callers.bot(header.substring(BOT.length())) : Optional.empty(),
        (call, bot) -> limited(limit, endpoint, call, bot));
  }

  private <A extends Actor> Endpoint door(
      Refusals refusals,
      BiFunction<String, Instant, Optional<A>> identify,
      BiFunction<Call, A, Reply> admit) {
    return call -> {
      String header = call.header("authorization").orElse("");
      if (!holdsToken(header)) {
        return missing(refusals);
      }
      return identify
          .apply(header, call.now())
          .map(actor -> admit.apply(call, actor))
          .orElseGet(() -> invalid(call, refusals));
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
          : callers.app(header.substring(BEARER.length()), now).map(Actor.class::cast);
    }
    return header.startsWith(BOT)
        ? callers.bot(header.substring(BOT.length())).map(Actor.class::cast)
        : callers.person(header, now).map(Actor.class::cast);
  }

  private <A extends Actor> Reply limited(
      Limit limit, RestEndpoint<A> endpoint, Call call, A actor) {
    User user = actor.user();
    String key = user.id().toString();
    if (actor instanceof Actor.App(var _, var token)) {
      apps.used(token.user(), token.application(), call.now());
    }
    return limits
        .guardAll(key, limit, key(limit, call, key), errors, () -> endpoint.answer(call, actor))
        .remark("user", user.id());
  }

  private static String key(Limit limit, Call call, String user) {
    return limit.isPerSubject()
        ? user + Snowflake.parse(call.variable("id")).map(id -> " " + id).orElse("")
        : user;
  }

  private static boolean hasAny(AccessToken token, Scopes scopes) {
    return !token.scopes().minus(scopes).equals(token.scopes());
  }

  private static Reply missing(Refusals refusals) {
    return ApiErrors.reply(401, refusals.missing, "Send a token in the Authorization header.")
        .with("WWW-Authenticate", "Bearer realm=\"Astral\"");
  }

  private Reply invalid(Call call, Refusals refusals) {
    Reply refusal =
        ApiErrors.reply(
                401, refusals.invalid, "The token is wrong, expired or revoked, or not for this.")
            .with("WWW-Authenticate", "Bearer realm=\"Astral\", error=\"invalid_token\"");
    return limits.guard(Limit.CLIENT_FAILURES, call.network(), errors, () -> refusal);
  }

  private static Reply insufficient(Scopes scopes) {
    String names = scopes.toString();
    return ApiErrors.reply(403, "ACCESS_DENIED", "The token needs one of the scopes: " + names)
        .with(
            "WWW-Authenticate",
            "Bearer realm=\"Astral\", error=\"insufficient_scope\", scope=\"" + names + "\"");
  }

  /** How a door names the lack of a token, and a token that opens nothing: contract 1.4. */
  public enum Refusals {
    USUAL("UNAUTHORIZED", "INVALID_AUTH_TOKEN"),
    /** What tells of the token itself. */
    OF_OAUTH("UNAUTHORIZED", "INVALID_TOKEN"),
    OF_GATEWAY("MISSING_AUTHORIZATION", "INVALID_AUTH_TOKEN");

    private final String missing;
    private final String invalid;

    Refusals(String missing, String invalid) {
      this.missing = missing;
      this.invalid = invalid;
    }
  }
}
