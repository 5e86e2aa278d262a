package com.astraof.oauth2.server;

import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.limit.CodeGuesses;
import com.astraof.oauth2.server.limit.DeviceGuesses;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Limited;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.limit.SignInLimits;
import com.astraof.oauth2.server.mail.MailDesk;
import com.astraof.oauth2.server.page.Arrivals;
import com.astraof.oauth2.server.page.Askers;
import com.astraof.oauth2.server.page.AssetFiles;
import com.astraof.oauth2.server.page.AuthorizePages;
import com.astraof.oauth2.server.page.BotPages;
import com.astraof.oauth2.server.page.ClosedPages;
import com.astraof.oauth2.server.page.DevicePages;
import com.astraof.oauth2.server.page.HomePages;
import com.astraof.oauth2.server.page.NotedRequests;
import com.astraof.oauth2.server.page.Onward;
import com.astraof.oauth2.server.page.PageErrors;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.page.PictureFiles;
import com.astraof.oauth2.server.page.RegisterPages;
import com.astraof.oauth2.server.page.SecondStepPages;
import com.astraof.oauth2.server.page.SignInDoor;
import com.astraof.oauth2.server.page.SignInPages;
import com.astraof.oauth2.server.page.SignInViews;
import com.astraof.oauth2.server.page.Visits;
import com.astraof.oauth2.server.passkey.PasskeyQuestions;
import com.astraof.oauth2.server.view.Assets;
import java.util.ArrayList;
import java.util.List;

/** The pages on which people sign in and approve. */
final class PageRoutes {
  private final List<Route> routes = new ArrayList<>();
  private final RateLimits limits;
  private final PageErrors errors;

  private PageRoutes(RateLimits limits, PageErrors errors) {
    this.limits = limits;
    this.errors = errors;
  }

  static List<Route> of(Core core, RateLimits limits, MailDesk desk, Visits visits, Pages pages) {
    var table = new PageRoutes(limits, new PageErrors(pages));
    table.signIn(core, desk, visits, pages);
    table.authorize(core, visits, pages);
    table.devices(core, visits, pages);
    table.assets();
    table.pictures(new PictureFiles(core.pictures, table.errors));
    return table.routes;
  }

  private void signIn(Core core, MailDesk desk, Visits visits, Pages pages) {
    var onward = new Onward(core.requests);
    var guesses = new SignInLimits(limits, core.knownPlaces);
    var questions = new PasskeyQuestions(core.passkeys, core.site);
    var views = new SignInViews(onward, questions, pages);
    var door = new SignInDoor(core.signIns, core.stepUp, visits, onward, views);
    var arrivals = new Arrivals(visits, onward, core.signInProofs);
    var closed = new ClosedPages(core.signIns, core.returnTickets, visits, arrivals, views, pages);
    var signIn =
        new SignInPages(core.signIns, visits, arrivals, views, closed, pages, guesses, errors);
    var codes = new CodeGuesses(limits);
    var second = new SecondStepPages(core.signIns, visits, arrivals, views, closed, codes, errors);
    var register = new RegisterPages(core.accounts, desk, visits, arrivals, onward, pages);
    var home = new HomePages(visits, pages);
    page("GET", "/", Limit.AUTHORIZE, home::show);
    page("GET", "/permissions", Limit.AUTHORIZE, home::permissions);
    page("GET", "/login", Limit.AUTHORIZE, door::show);
    page("POST", "/login", Limit.LOGIN, signIn::signIn);
    page("GET", "/login/second-step", Limit.AUTHORIZE, second::missing);
    page("POST", "/login/second-step", Limit.LOGIN_MFA, second::finish);
    page("POST", "/login/passkey", Limit.LOGIN_MFA, second::passkey);
    page("GET", "/reopen", Limit.AUTHORIZE, closed::missing);
    page("POST", "/reopen", Limit.LOGIN_MFA, closed::reopen);
    page("POST", "/logout", Limit.LOGOUT, signIn::signOut);
    page("GET", "/register", Limit.AUTHORIZE, register::show);
    page("POST", "/register", Limit.REGISTER, register::register);
  }

  private void authorize(Core core, Visits visits, Pages pages) {
    var askers = new Askers(core.names);
    var bots = new BotPages(core.bots, core.guildStore, askers, pages);
    var authorize =
        new AuthorizePages(
            new NotedRequests(core.requests, core.requestReasons, core.insights),
            core.authorizer,
            core.tickets,
            bots,
            visits,
            askers,
            pages);
    page("GET", "/oauth2/authorize", Limit.AUTHORIZE, authorize::authorize);
    for (String prefix : RouteTable.PREFIXES) {
      page("GET", prefix + "/oauth2/authorize", Limit.AUTHORIZE, authorize::authorize);
    }
    page("POST", "/oauth2/authorize/decision", Limit.AUTHORIZE, authorize::decide);
  }

  private void devices(Core core, Visits visits, Pages pages) {
    var guesses = new DeviceGuesses(limits);
    var devices =
        new DevicePages(
            core.devices,
            core.deviceTickets,
            guesses,
            visits,
            new Askers(core.names),
            pages,
            errors);
    page("GET", DevicePages.PATH, Limit.AUTHORIZE, devices::show);
    page("POST", DevicePages.PATH, Limit.AUTHORIZE, devices::enter);
    page("POST", DevicePages.PATH + "/decision", Limit.AUTHORIZE, devices::decide);
  }

  private void assets() {
    for (Assets.Asset asset : Assets.all()) {
      var access = new Access.Anyone();
      routes.add(new Route("GET", asset.path(), access, errors, AssetFiles.serving(asset)));
    }
  }

  private void pictures(PictureFiles files) {
    var anyone = new Access.Anyone();
    var avatars = files.of(Spot.AVATAR);
    var banners = files.of(Spot.BANNER);
    var icons = files.of(Spot.ICON);
    routes.add(new Route("GET", "/avatars/{id}/{hash}", anyone, errors, avatars));
    routes.add(new Route("GET", "/banners/{id}/{hash}", anyone, errors, banners));
    routes.add(new Route("GET", "/icons/{id}/{hash}", anyone, errors, icons));
  }

  private void page(String method, String path, Limit limit, Endpoint endpoint) {
    var limited = new Limited(limits, limit, errors, endpoint);
    routes.add(new Route(method, path, new Access.Browser(), errors, limited));
  }
}
