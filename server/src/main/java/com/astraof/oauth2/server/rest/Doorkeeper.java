package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.authorization.AuthorizedApps;
import com.astraof.oauth2.core.id.Snowflake;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.token.AccessToken;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads the Authorization header, and nothing but that header, and decides who is let in (contract
 * 1.2).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750 §3</a>
 */
public final class Doorkeeper {
  private static final String BOT = "Bot ";

  private final ApiErrors errors = new ApiErrors();
  private final Callers callers;
  private final AppTokens tokens;
  private final Challenges challenges;
  private final AuthorizedApps apps;
  private final RateLimits limits;

  /**
   * @param issuer of the tokens, by configuration
   */
  public Doorkeeper(
      Callers callers, AppTokens tokens, String issuer, AuthorizedApps apps, RateLimits limits) {
    this.callers = callers;
    this.tokens = tokens;
    this.challenges = new Challenges(issuer);
    this.apps = apps;
    this.limits = limits;
  }

  /** Whoever says who they are, apps only with one of the scopes. */
  public Endpoint guard(Access.Actor access, Limit limit, RestEndpoint<Actor> endpoint) {
    return door(
        Refusals.USUAL,
        (call, header) -> identify(call, header, access),
        (call, actor) ->
            actor instanceof Actor.App(var _, var token) && !hasAny(token, access.scopes())
                ? insufficient(call, access.scopes())
                : limited(limit, endpoint, call, actor));
  }

  /** A person who is signed in, and neither bots nor apps. */
  public Endpoint guard(Access.Person access, Limit limit, RestEndpoint<Actor.Person> endpoint) {
    return door(
        Refusals.USUAL,
        (call, header) -> identify(call, header, new Access.Actor(Scopes.NONE)),
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
        (call, header) ->
            AppTokens.schemeLength(header) > 0
                ? tokens.identify(call, header)
                : new Identity.Unknown<>(),
        (call, app) ->
            access.scopes().isEmpty() || hasAny(app.token(), access.scopes())
                ? limited(limit, endpoint, call, app)
                : insufficient(call, access.scopes()));
  }

  /** A bot and nobody else. */
  public Endpoint guard(
      Access.Bot access, Limit limit, Refusals refusals, RestEndpoint<Actor.Bot> endpoint) {
    return door(
        refusals,
        (_, header) ->
            header.startsWith(BOT)
                ? known(callers.bot(header.substring(BOT.length())))
                : new Identity.Unknown<>(),
        (call, bot) -> limited(limit, endpoint, call, bot));
  }

  private <A extends Actor> Endpoint door(
      Refusals refusals,
      BiFunction<Call, String, Identity<A>> identify,
      BiFunction<Call, A, Reply> admit) {
    return call -> {
      String header = call.header("authorization").orElse("");
      if (!holdsToken(header)) {
        return missing(refusals);
      }
      return switch (identify.apply(call, header)) {
        case Identity.Known<A>(var actor) -> withNonce(admit.apply(call, actor), call, header);
        case Identity.Unknown<A>() -> invalid(call, header, refusals);
        case Identity.Unproven<A>(var error) -> unproven(call, error, refusals);
      };
    };
  }

  private Reply withNonce(Reply reply, Call call, String header) {
    return AppTokens.isProved(header) ? tokens.possession().withNonce(reply, call.now()) : reply;
  }

  /** Contract 1.2: one word, or a known scheme, one space and one word. */
  private static boolean holdsToken(String header) {
    int start = header.startsWith(BOT) ? BOT.length() : AppTokens.schemeLength(header);
    return header.length() > start && header.indexOf(' ', start) < 0;
  }

  private Identity<Actor> identify(Call call, String header, Access.Actor access) {
    if (AppTokens.schemeLength(header) > 0) {
      return access.scopes().isEmpty()
          ? new Identity.Unknown<>()
          : widened(tokens.identify(call, header));
    }
    return header.startsWith(BOT)
        ? known(callers.bot(header.substring(BOT.length())))
        : known(callers.person(header, call.now()));
  }

  private static <A extends Actor> Identity<A> known(Optional<? extends A> actor) {
    return actor.<Identity<A>>map(Identity.Known::new).orElseGet(Identity.Unknown::new);
  }

  private static Identity<Actor> widened(Identity<Actor.App> identity) {
    return switch (identity) {
      case Identity.Known<Actor.App>(var app) -> new Identity.Known<>(app);
      case Identity.Unknown<Actor.App>() -> new Identity.Unknown<>();
      case Identity.Unproven<Actor.App>(var error) -> new Identity.Unproven<>(error);
    };
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

  private Reply missing(Refusals refusals) {
    return challenges.missing(
        ApiErrors.reply(401, refusals.missing, "Send a token in the Authorization header."));
  }

  private Reply invalid(Call call, String header, Refusals refusals) {
    String message = "The token is wrong, expired or revoked, or not for this.";
    Reply refusal = challenges.invalid(ApiErrors.reply(401, refusals.invalid, message), header);
    return limits.guard(Limit.CLIENT_FAILURES, call.network(), errors, () -> refusal);
  }

  private Reply unproven(Call call, OAuthError error, Refusals refusals) {
    Reply refusal =
        challenges.unproven(ApiErrors.reply(401, refusals.invalid, error.description()), error);
    return limits.guard(
        Limit.CLIENT_FAILURES,
        call.network(),
        errors,
        () -> tokens.possession().withNonce(refusal, call.now()));
  }

  private Reply insufficient(Call call, Scopes scopes) {
    String message = "The token needs one of the scopes: " + scopes;
    return challenges.insufficient(
        ApiErrors.reply(403, "ACCESS_DENIED", message),
        call.header("authorization").orElse(""),
        scopes);
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
