package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.http.Routes;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Limited;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.limit.SignInLimits;
import com.astraof.oauth2.server.oauth.ClientDoor;
import com.astraof.oauth2.server.oauth.Jwks;
import com.astraof.oauth2.server.oauth.Metadata;
import com.astraof.oauth2.server.oauth.OAuthErrors;
import com.astraof.oauth2.server.oauth.RevocationEndpoint;
import com.astraof.oauth2.server.oauth.TokenEndpoint;
import com.astraof.oauth2.server.page.AssetFiles;
import com.astraof.oauth2.server.page.AuthorizePages;
import com.astraof.oauth2.server.page.HomePages;
import com.astraof.oauth2.server.page.Onward;
import com.astraof.oauth2.server.page.PageErrors;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.page.RegisterPages;
import com.astraof.oauth2.server.page.SignInPages;
import com.astraof.oauth2.server.page.Visits;
import com.astraof.oauth2.server.rest.ApiErrors;
import com.astraof.oauth2.server.rest.Applications;
import com.astraof.oauth2.server.rest.ConsentByJson;
import com.astraof.oauth2.server.rest.CreateGuild;
import com.astraof.oauth2.server.rest.Doorkeeper;
import com.astraof.oauth2.server.rest.Login;
import com.astraof.oauth2.server.rest.Logout;
import com.astraof.oauth2.server.rest.Me;
import com.astraof.oauth2.server.rest.MyGuilds;
import com.astraof.oauth2.server.rest.Register;
import com.astraof.oauth2.server.rest.RestEndpoint;
import com.astraof.oauth2.server.view.Assets;
import com.astraof.oauth2.server.view.Views;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every address of the server, who may call it, and what answers. */
final class RouteTable {
  private static final Scopes IDENTITY = Scopes.of(Scope.IDENTIFY, Scope.EMAIL);
  private static final String API = "/api";

  private final OAuthErrors oauthErrors = new OAuthErrors();
  private final ApiErrors apiErrors = new ApiErrors();
  private final Pages pages = new Pages(new Views());
  private final PageErrors pageErrors = new PageErrors(pages);
  private final List<Route> routes = new ArrayList<>();

  private final Core core;
  private final Settings settings;
  private final RateLimits limits;
  private final SignInLimits signInLimits;
  private final Doorkeeper door;

  private RouteTable(Core core, Settings settings, RateLimits limits) {
    this.core = core;
    this.settings = settings;
    this.limits = limits;
    this.signInLimits = new SignInLimits(limits);
    this.door =
        new Doorkeeper(
            core.sessions, core.accessTokens, core.revoked, core.users, core.applications, limits);
  }

  static Routes of(Core core, Settings settings, MasterKey master, Surroundings world) {
    var limits = new RateLimits(settings.rateLimits(), world.clock());
    var table = new RouteTable(core, settings, limits);
    table.protocol();
    table.pages(new Visits(core.sessions, master, world.entropy(), settings.isHttps()));
    table.rest();
    return new Routes(
        table.routes,
        path -> path.startsWith(API) ? table.apiErrors : table.pageErrors,
        table.headersEverywhere());
  }

  private void protocol() {
    client("/oauth2/token", new TokenEndpoint(core.exchanges));
    client("/oauth2/token/revoke", new RevocationEndpoint(core.revocation));
    document("/.well-known/oauth-authorization-server", new Metadata(settings.issuer()));
    document("/.well-known/jwks.json", new Jwks(core.keys));
  }

  private void pages(Visits visits) {
    var onward = new Onward(core.requests);
    var signIn = new SignInPages(core.accounts, visits, onward, pages, signInLimits, pageErrors);
    var register = new RegisterPages(core.accounts, visits, onward, pages);
    var authorize = new AuthorizePages(core.requests, core.authorizer, core.tickets, visits, pages);
    page("GET", "/", Limit.AUTHORIZE, new HomePages(visits, pages)::show);
    page("GET", "/login", Limit.AUTHORIZE, signIn::show);
    page("POST", "/login", Limit.LOGIN, signIn::signIn);
    page("POST", "/logout", Limit.LOGOUT, signIn::signOut);
    page("GET", "/register", Limit.AUTHORIZE, register::show);
    page("POST", "/register", Limit.REGISTER, register::register);
    page("GET", "/oauth2/authorize", Limit.AUTHORIZE, authorize::authorize);
    page("GET", API + "/oauth2/authorize", Limit.AUTHORIZE, authorize::authorize);
    page("GET", API + "/v1/oauth2/authorize", Limit.AUTHORIZE, authorize::authorize);
    page("POST", "/oauth2/authorize/decision", Limit.AUTHORIZE, authorize::decide);
    for (Assets.Asset asset : Assets.all()) {
      routes.add(
          new Route(
              "GET", asset.path(), new Access.Anyone(), pageErrors, AssetFiles.serving(asset)));
    }
  }

  private void rest() {
    open("/auth/register", Limit.REGISTER, new Register(core.accounts, core.sessions));
    open("/auth/login", Limit.LOGIN, new Login(core.accounts, core.sessions, signInLimits));
    open("/auth/logout", Limit.LOGOUT, new Logout(core.sessions));

    var anyToken = new Access.Actor(true, IDENTITY);
    actor("GET", "/users/@me", anyToken, Limit.ME, new Me());
    var guildsToken = new Access.Actor(true, Scopes.of(Scope.GUILDS));
    actor("GET", "/users/@me/guilds", guildsToken, Limit.MY_GUILDS, new MyGuilds(core.guildStore));
    var userOrBot = new Access.Actor(true, Scopes.NONE);
    actor("POST", "/guilds", userOrBot, Limit.GUILD_CREATE, new CreateGuild(core.guilds));

    var applications = new Applications(core.registrar, core.applications, core.users);
    var user = new Access.Actor(false, Scopes.NONE);
    String base = "/oauth2/applications";
    actor("POST", base, user, Limit.APPLICATION_CREATE, applications::create);
    actor("GET", base + "/@me", user, Limit.APPLICATIONS_READ, applications::list);
    actor("GET", "/users/@me/applications", user, Limit.APPLICATIONS_READ, applications::list);
    actor("GET", base + "/{id}", user, Limit.APPLICATIONS_READ, applications::get);
    var consent = new ConsentByJson(core.requests, core.authorizer);
    actor("POST", "/oauth2/authorize/consent", user, Limit.AUTHORIZE, consent);
  }

  private void client(String path, ClientDoor.FormEndpoint endpoint) {
    var behindDoor = new ClientDoor(core.clients, limits, endpoint);
    for (String prefix : prefixes()) {
      routes.add(new Route("POST", prefix + path, new Access.Client(), oauthErrors, behindDoor));
    }
  }

  private void document(String path, Endpoint endpoint) {
    routes.add(new Route("GET", path, new Access.Anyone(), apiErrors, endpoint));
  }

  private void page(String method, String path, Limit limit, Endpoint endpoint) {
    var limited = new Limited(limits, limit, pageErrors, endpoint);
    routes.add(new Route(method, path, new Access.Browser(), pageErrors, limited));
  }

  private void open(String path, Limit limit, Endpoint endpoint) {
    var limited = new Limited(limits, limit, apiErrors, endpoint);
    for (String prefix : prefixes()) {
      routes.add(new Route("POST", prefix + path, new Access.Anyone(), apiErrors, limited));
    }
  }

  private void actor(
      String method, String path, Access.Actor access, Limit limit, RestEndpoint endpoint) {
    var guarded = door.guard(access, limit, endpoint);
    for (String prefix : prefixes()) {
      routes.add(new Route(method, prefix + path, access, apiErrors, guarded));
    }
  }

  /** Contract 1: the unversioned prefix answers the same routes. */
  private static List<String> prefixes() {
    return List.of(API + "/v1", API);
  }

  private Map<String, String> headersEverywhere() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    if (settings.isHttps()) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return headers;
  }
}
