package com.astraof.oauth2.server;

import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Body;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Limited;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.limit.SignInLimits;
import com.astraof.oauth2.server.picture.PictureReader;
import com.astraof.oauth2.server.rest.Actor;
import com.astraof.oauth2.server.rest.ApiErrors;
import com.astraof.oauth2.server.rest.ApplicationChanges;
import com.astraof.oauth2.server.rest.ApplicationKeys;
import com.astraof.oauth2.server.rest.Applications;
import com.astraof.oauth2.server.rest.Authorizations;
import com.astraof.oauth2.server.rest.Callers;
import com.astraof.oauth2.server.rest.Confirmations;
import com.astraof.oauth2.server.rest.ConsentByJson;
import com.astraof.oauth2.server.rest.CreateGuild;
import com.astraof.oauth2.server.rest.Doorkeeper;
import com.astraof.oauth2.server.rest.EditMe;
import com.astraof.oauth2.server.rest.Login;
import com.astraof.oauth2.server.rest.Logout;
import com.astraof.oauth2.server.rest.Me;
import com.astraof.oauth2.server.rest.MyGuilds;
import com.astraof.oauth2.server.rest.Owned;
import com.astraof.oauth2.server.rest.PictureFields;
import com.astraof.oauth2.server.rest.PublicApplications;
import com.astraof.oauth2.server.rest.Register;
import com.astraof.oauth2.server.rest.RestEndpoint;
import com.astraof.oauth2.server.rest.SecurityActivity;
import com.astraof.oauth2.server.rest.SessionList;
import com.astraof.oauth2.server.rest.TransferOffers;
import com.astraof.oauth2.server.rest.Users;
import java.util.ArrayList;
import java.util.List;

/** The JSON API (contract 4 to 8). */
final class RestRoutes {
  private static final String APPLICATIONS = "/oauth2/applications";
  private static final String APPLICATION = APPLICATIONS + "/{id}";

  private final List<Route> routes = new ArrayList<>();
  private final ApiErrors errors = new ApiErrors();
  private final Core core;
  private final RateLimits limits;
  private final Doorkeeper door;
  private final Confirmations confirmations;
  private final Owned owned;
  private final PictureFields pictures;

  private RestRoutes(Core core, RateLimits limits, PictureReader reader) {
    this.core = core;
    this.limits = limits;
    this.door =
        new Doorkeeper(
            new Callers(
                core.sessions, core.accessTokens, core.endings, core.users, core.applications),
            core.apps,
            limits);
    this.confirmations = new Confirmations(core.accounts, limits);
    this.owned = new Owned(core.ownApplications);
    this.pictures = new PictureFields(reader, core.pictures);
  }

  static List<Route> of(Core core, RateLimits limits, PictureReader reader) {
    var rest = new RestRoutes(core, limits, reader);
    rest.auth();
    rest.users();
    rest.guilds();
    rest.authorizations();
    rest.applications();
    rest.keys();
    rest.transfers();
    return rest.routes;
  }

  private void auth() {
    var login = new Login(core.accounts, core.sessions, new SignInLimits(limits));
    anyone("POST", "/auth/register", Limit.REGISTER, new Register(core.accounts, core.sessions));
    anyone("POST", "/auth/login", Limit.LOGIN, login);
    anyone("POST", "/auth/logout", Limit.LOGOUT, new Logout(core.sessions));
    var sessions = new SessionList(core.sessions, confirmations);
    person("GET", "/auth/sessions", Limit.SESSIONS_LIST, sessions::list);
    person("POST", "/auth/sessions/logout", Limit.SESSIONS_END, sessions::end);
  }

  private void users() {
    var edit =
        new EditMe(core.users, core.accountEditor, core.passwordChanger, pictures, confirmations);
    actor("GET", "/users/@me", Scopes.of(Scope.IDENTIFY, Scope.EMAIL), Limit.ME, new Me());
    person("PATCH", "/users/@me", Limit.ME_UPDATE, edit);
    person("GET", "/users/@me/security-activity", Limit.ME, new SecurityActivity(core.audit));
    actor("GET", "/users/{id}", Scopes.NONE, Limit.USER, new Users(core.users));
  }

  private void guilds() {
    var mine = new MyGuilds(core.guildStore);
    actor("GET", "/users/@me/guilds", Scopes.of(Scope.GUILDS), Limit.MY_GUILDS, mine);
    actor("POST", "/guilds", Scopes.NONE, Limit.GUILD_CREATE, new CreateGuild(core.guilds));
  }

  private void authorizations() {
    var consent = new ConsentByJson(core.requests, core.authorizer, core.bots, core.home);
    var authorizations = new Authorizations(core.apps, core.applications);
    String mine = "/oauth2/@me/authorizations";
    person("POST", "/oauth2/authorize/consent", Limit.AUTHORIZE, consent);
    person("GET", mine, Limit.APPLICATIONS_READ, authorizations::list);
    person("DELETE", mine + "/{id}", Limit.USERINFO, authorizations::remove);
    var app = new Access.App();
    var current = door.guard(app, Limit.USERINFO, authorizations::current);
    add("GET", "/oauth2/@me", app, current);
  }

  private void applications() {
    var own = new Applications(owned, core.users, core.registrar, core.deletion, confirmations);
    var changes =
        new ApplicationChanges(
            owned, core.users, core.applicationEditor, core.accountEditor, pictures);
    person("POST", APPLICATIONS, Limit.APPLICATION_CREATE, own::create);
    person("GET", APPLICATIONS + "/@me", Limit.APPLICATIONS_READ, own::list);
    person("GET", "/users/@me/applications", Limit.APPLICATIONS_READ, own::list);
    person("GET", APPLICATION, Limit.APPLICATIONS_READ, own::get);
    person("DELETE", APPLICATION, Limit.APPLICATION_DELETE, own::delete);
    person("PATCH", APPLICATION, Limit.APPLICATION_UPDATE, changes::edit);
    person("PATCH", APPLICATION + "/bot", Limit.APPLICATION_UPDATE, changes::editBot);

    var published = new PublicApplications(core.applications, core.users);
    anyone("GET", APPLICATION + "/public", Limit.APPLICATIONS_READ, published::published);
    var bot = new Access.Bot();
    var ofBot = door.guard(bot, Limit.APPLICATIONS_READ, published::ofBot);
    add("GET", "/applications/@me", bot, ofBot);
  }

  private void keys() {
    var keys = new ApplicationKeys(owned, core.users, core.secrets, confirmations);
    String secrets = APPLICATION + "/client-secrets";
    person("POST", APPLICATION + "/bot/reset-token", Limit.SECRET_RESET, keys::resetBotToken);
    person("POST", APPLICATION + "/client-secret/reset", Limit.SECRET_RESET, keys::reset);
    person("GET", secrets, Limit.APPLICATIONS_READ, keys::list);
    person("POST", secrets, Limit.SECRET_RESET, keys::add);
    person("DELETE", secrets + "/{secret}", Limit.SECRET_RESET, keys::retire);
  }

  private void transfers() {
    var offers =
        new TransferOffers(owned, core.users, core.applications, core.transfers, confirmations);
    String transfer = APPLICATION + "/transfer";
    person("GET", APPLICATIONS + "/offers", Limit.APPLICATIONS_READ, offers::offers);
    person("POST", transfer, Limit.APPLICATION_UPDATE, offers::offer);
    person("DELETE", transfer, Limit.APPLICATION_UPDATE, offers::withdraw);
    person("POST", transfer + "/accept", Limit.APPLICATION_UPDATE, offers::accept);
    person("POST", transfer + "/decline", Limit.APPLICATION_UPDATE, offers::decline);
  }

  private void anyone(String method, String path, Limit limit, Endpoint endpoint) {
    add(method, path, new Access.Anyone(), new Limited(limits, limit, errors, endpoint));
  }

  private void actor(
      String method, String path, Scopes scopes, Limit limit, RestEndpoint<Actor> endpoint) {
    var access = new Access.Actor(scopes);
    add(method, path, access, door.guard(access, limit, endpoint));
  }

  private void person(
      String method, String path, Limit limit, RestEndpoint<Actor.Person> endpoint) {
    var access = new Access.Person();
    add(method, path, access, door.guard(access, limit, endpoint));
  }

  private void add(String method, String path, Access access, Endpoint endpoint) {
    // What is changed by PATCH may carry pictures.
    int largestBody = method.equals("PATCH") ? Body.WITH_PICTURE : Body.USUAL;
    for (String prefix : RouteTable.PREFIXES) {
      routes.add(new Route(method, prefix + path, access, errors, endpoint, largestBody));
    }
  }
}
