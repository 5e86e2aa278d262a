package com.astraof.oauth2.server;

import com.astraof.oauth2.core.guild.GuildFacts;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.token.AccessTokens.Audience;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.connection.Services;
import com.astraof.oauth2.server.dpop.Possession;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Cookies;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.http.Routes;
import com.astraof.oauth2.server.http.Witness;
import com.astraof.oauth2.server.limit.MailLimits;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.mail.Carrier;
import com.astraof.oauth2.server.mail.MailDesk;
import com.astraof.oauth2.server.oauth.ClientDoor;
import com.astraof.oauth2.server.oauth.DeviceAuthorizationEndpoint;
import com.astraof.oauth2.server.oauth.IntrospectionEndpoint;
import com.astraof.oauth2.server.oauth.Jwks;
import com.astraof.oauth2.server.oauth.Metadata;
import com.astraof.oauth2.server.oauth.OAuthErrors;
import com.astraof.oauth2.server.oauth.PushEndpoint;
import com.astraof.oauth2.server.oauth.Refusals;
import com.astraof.oauth2.server.oauth.RevocationEndpoint;
import com.astraof.oauth2.server.oauth.TokenEndpoint;
import com.astraof.oauth2.server.page.DevicePages;
import com.astraof.oauth2.server.page.PageErrors;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.page.Visits;
import com.astraof.oauth2.server.picture.PictureReader;
import com.astraof.oauth2.server.rest.ApiErrors;
import com.astraof.oauth2.server.rest.GuildJson;
import com.astraof.oauth2.server.rest.ResourceMetadata;
import com.astraof.oauth2.server.settings.PictureUploads;
import com.astraof.oauth2.server.view.Views;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every address of the server, who may call it, and what answers. */
final class RouteTable {
  /** Contract 1: the unversioned prefix answers the same routes. */
  static final List<String> PREFIXES = List.of("/api/v1", "/api");

  private static final String API = "/api";

  private RouteTable() {}

  static Routes of(
      Core core,
      Settings settings,
      MasterKeys masters,
      Surroundings world,
      Carrier mail,
      Witness witness) {
    RateLimits limits = core.limits;
    var pages = new Pages(new Views());
    var cookies = new Cookies(settings.isHttps());
    var visits = new Visits(core.sessions, masters, world.entropy(), cookies);

    var desk =
        new MailDesk(
            mail.isThere(), core.emailAddresses, core.passwordResets, new MailLimits(limits));

    var pictures = new PictureReader();
    var uploads = new PictureUploads(pictures, core.pictures);

    var routes = new ArrayList<Route>();
    routes.addAll(protocol(core, limits));
    routes.addAll(RegistrationRoutes.of(core, limits, settings.registration()));
    routes.addAll(documents(core, settings));
    routes.addAll(PageRoutes.of(core, limits, desk, visits, pages));
    routes.addAll(MailRoutes.of(core, limits, desk, mail, visits, pages));
    var services = Services.of(settings.outside().connections(), settings.issuer());
    routes.addAll(SettingsRoutes.of(core, limits, uploads, services, desk, visits, pages));
    var applications = new ApplicationRoutes(core, limits, visits, pages);
    routes.addAll(applications.all(settings.issuer(), uploads));
    URI gateway = settings.outside().gateway();
    routes.addAll(RestRoutes.of(core, limits, desk, pictures, cookies, gateway));

    var apiErrors = new ApiErrors();
    var pageErrors = new PageErrors(pages);
    return new Routes(
        routes,
        path -> path.startsWith(API) ? apiErrors : pageErrors,
        headersEverywhere(settings.isHttps()),
        witness);
  }

  private static List<Route> protocol(Core core, RateLimits limits) {
    var possession = new Possession(core.proofs, core.issuer);
    var activate = core.issuer + DevicePages.PATH;
    var pushing = new PushEndpoint(core.pushing, possession, refusals(core, Door.PUSH));
    var device =
        new DeviceAuthorizationEndpoint(
            core.devices, limits, activate, refusals(core, Door.DEVICE));
    var endpoints =
        Map.of(
            Door.TOKEN,
            token(core, possession),
            Door.PUSH,
            pushing,
            Door.DEVICE,
            device,
            Door.REVOKE,
            new RevocationEndpoint(core.revocation),
            Door.INTROSPECT,
            new IntrospectionEndpoint(core.introspection, core.issuer));
    var routes = new ArrayList<Route>();
    endpoints.forEach(
        (door, endpoint) -> {
          var behindDoor = new ClientDoor(core.clients, limits, refusals(core, door), endpoint);
          for (String prefix : PREFIXES) {
            var access = new Access.Client();
            String path = prefix + path(door);
            routes.add(new Route("POST", path, access, new OAuthErrors(), behindDoor));
          }
        });
    return routes;
  }

  private static TokenEndpoint token(Core core, Possession possession) {
    return new TokenEndpoint(
        core.exchanges,
        core.audience,
        possession,
        guild -> core.guildStore.read(guild, GuildFacts::guild).map(GuildJson::described),
        core.insights);
  }

  private static Refusals refusals(Core core, Door door) {
    return new Refusals(core.insights, door);
  }

  private static String path(Door door) {
    return switch (door) {
      case AUTHORIZE -> "/oauth2/authorize";
      case TOKEN -> "/oauth2/token";
      case REVOKE -> "/oauth2/token/revoke";
      case INTROSPECT -> "/oauth2/introspect";
      case PUSH -> "/oauth2/par";
      case DEVICE -> "/oauth2/device_authorization";
    };
  }

  private static List<Route> documents(Core core, Settings settings) {
    return List.of(
        document(
            "/.well-known/oauth-authorization-server",
            new Metadata(
                settings.issuer(),
                RegistrationRoutes.metadata(settings.issuer(), settings.registration()))),
        document(ResourceMetadata.PATH, new ResourceMetadata(Audience.of(settings.issuer()))),
        document("/.well-known/jwks.json", new Jwks(core.keys)));
  }

  private static Route document(String path, Endpoint endpoint) {
    return new Route("GET", path, new Access.Anyone(true), new ApiErrors(), endpoint);
  }

  private static Map<String, String> headersEverywhere(boolean https) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    if (https) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return headers;
  }
}
