package com.astraof.oauth2.server;

import com.astraof.oauth2.server.config.RegistrationSettings;
import com.astraof.oauth2.server.http.Access;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Route;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Limited;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.registration.ConfigurationEndpoint;
import com.astraof.oauth2.server.registration.RegistrationEndpoint;
import com.astraof.oauth2.server.registration.RegistrationErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where clients register themselves; nowhere, unless the operator wants it. */
final class RegistrationRoutes {
  private static final String PATH = "/oauth2/register";

  private RegistrationRoutes() {}

  static List<Route> of(Core core, RateLimits limits, RegistrationSettings settings) {
    if (!settings.isOn()) {
      return List.of();
    }
    String address = address(core.issuer) + "/";
    var endpoint = new RegistrationEndpoint(core.registrations, address);
    var own = new ConfigurationEndpoint(core.registrations, address);
    var routes = new ArrayList<Route>();
    for (String prefix : RouteTable.PREFIXES) {
      String one = prefix + PATH + "/{id}";
      routes.add(route("POST", prefix + PATH, limits, Limit.CLIENT_REGISTER, endpoint));
      routes.add(route("GET", one, limits, Limit.CLIENT_CONFIGURE, own.read()));
      routes.add(route("PUT", one, limits, Limit.CLIENT_CONFIGURE, own.replace()));
      routes.add(route("DELETE", one, limits, Limit.CLIENT_CONFIGURE, own.delete()));
    }
    return routes;
  }

  private static Route route(
      String method, String path, RateLimits limits, Limit limit, Endpoint endpoint) {
    var errors = new RegistrationErrors();
    // By what it brings itself, never by a cookie: scripts of other sites may register as well.
    var access = new Access.Anyone(true);
    return new Route(method, path, access, errors, new Limited(limits, limit, errors, endpoint));
  }

  /** What the server's metadata tell of it (RFC 8414 §2). */
  static Map<String, Object> metadata(String issuer, RegistrationSettings settings) {
    var metadata = new LinkedHashMap<String, Object>();
    if (settings.isOn()) {
      metadata.put("registration_endpoint", address(issuer));
    }
    if (settings.documents()) {
      metadata.put("client_id_metadata_document_supported", true);
    }
    return metadata;
  }

  private static String address(String issuer) {
    return issuer + "/api/v1" + PATH;
  }
}
