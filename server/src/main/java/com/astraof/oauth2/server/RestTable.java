package com.astraof.oauth2.server;

import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.dpop.Possession;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Body;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Limited;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.rest.Actor;
import com.astraof.oauth2.server.rest.ApiErrors;
import com.astraof.oauth2.server.rest.AppTokens;
import com.astraof.oauth2.server.rest.Callers;
import com.astraof.oauth2.server.rest.Doorkeeper;
import com.astraof.oauth2.server.rest.Doorkeeper.Refusals;
import com.astraof.oauth2.server.rest.RestEndpoint;
import java.util.ArrayList;
import java.util.List;

/** Where the routes of the JSON API are written down, by who may call them. */
final class RestTable {
  private final List<Route> routes = new ArrayList<>();
  private final RateLimits limits;
  private final Callers callers;
  private final Doorkeeper door;

  RestTable(Core core, RateLimits limits) {
    this.limits = limits;
    this.callers =
        new Callers(core.sessions, core.accessTokens, core.endings, core.users, core.applications);
    var tokens = new AppTokens(callers, new Possession(core.proofs, core.issuer));
    this.door = new Doorkeeper(callers, tokens, core.issuer, core.apps, limits);
  }

  List<Route> routes() {
    return routes;
  }

  Callers callers() {
    return callers;
  }

  void anyone(String method, String path, Limit limit, Endpoint endpoint) {
    var errors = new ApiErrors();
    add(method, path, new Access.Anyone(), errors, new Limited(limits, limit, errors, endpoint));
  }

  /** For anyone, and the scripts of any site. */
  void published(String method, String path, Limit limit, Endpoint endpoint) {
    var errors = new ApiErrors();
    var access = new Access.Anyone(true);
    add(method, path, access, errors, new Limited(limits, limit, errors, endpoint));
  }

  void person(String method, String path, Limit limit, RestEndpoint<Actor.Person> endpoint) {
    var access = new Access.Person();
    add(method, path, access, new ApiErrors(), door.guard(access, limit, endpoint));
  }

  void bot(
      String method,
      String path,
      Limit limit,
      Refusals refusals,
      RestEndpoint<Actor.Bot> endpoint) {
    var access = new Access.Bot();
    add(method, path, access, new ApiErrors(), door.guard(access, limit, refusals, endpoint));
  }

  void app(
      String method, String path, Scopes scopes, Limit limit, RestEndpoint<Actor.App> endpoint) {
    var access = new Access.App(scopes);
    add(method, path, access, new ApiErrors(), door.guard(access, limit, endpoint));
  }

  void actor(String method, String path, Scopes scopes, Limit limit, RestEndpoint<Actor> endpoint) {
    actor(method, path, scopes, limit, new ApiErrors(), endpoint);
  }

  void actor(
      String method,
      String path,
      Scopes scopes,
      Limit limit,
      ErrorShape errors,
      RestEndpoint<Actor> endpoint) {
    var access = new Access.Actor(scopes);
    add(method, path, access, errors, door.guard(access, limit, endpoint));
  }

  private void add(
      String method, String path, Access access, ErrorShape errors, Endpoint endpoint) {
    // What is changed by PATCH may carry pictures, and so may a new guild.
    boolean hasPicture = method.equals("PATCH") || path.equals("/guilds");
    int largestBody = hasPicture ? Body.WITH_PICTURE : Body.USUAL;
    for (String prefix : RouteTable.PREFIXES) {
      routes.add(new Route(method, prefix + path, access, errors, endpoint, largestBody));
    }
  }
}
