package com.astraof.oauth2.server;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.demoapp.Constellation;
import com.astraof.oauth2.server.connection.Provider;
import com.astraof.oauth2.server.connection.Provider.Client;
import com.astraof.oauth2.server.connection.Provider.ClientAuth;
import com.astraof.oauth2.server.connection.Provider.Endpoints;
import com.astraof.oauth2.server.connection.Provider.Profile;
import com.astraof.oauth2.server.connection.Providers;
import java.net.URI;
import java.util.List;
import tools.jackson.core.JsonPointer;

/**
 * The demo's other service, whose accounts can be linked. It lives beside the demo app, and both
 * sides are given their secret anew at each start.
 */
record DemoConnections(String issuer, int appPort, Secret secret) {
  static final String TYPE = "constellation";

  Constellation service() {
    var redirectUri = URI.create(issuer + "/settings/connections/callback/" + TYPE);
    return new Constellation(redirectUri, secret.expose());
  }

  Providers providers() {
    return new Providers(
        List.of(
            new Provider(
                TYPE,
                Constellation.NAME,
                new Client(Constellation.CLIENT_ID, secret, ClientAuth.FORM),
                new Endpoints(endpoint("authorize"), endpoint("token"), endpoint("profile")),
                "",
                new Profile(JsonPointer.compile("/star/id"), JsonPointer.compile("/star/name")))));
  }

  private URI endpoint(String name) {
    return Constellation.endpoint(appPort, name);
  }
}
