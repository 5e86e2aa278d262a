package com.astraof.oauth2.bench.subject;

import com.astraof.oauth2.bench.workload.World.App;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A realm of Keycloak as its import reads it. */
final class Realm {
  static final String PASSWORD = "password";

  private Realm() {}

  static String json(App app, int people) {
    String users =
        IntStream.range(0, people).mapToObj(Realm::user).collect(Collectors.joining(","));
    return """
    {
      "realm": "bench",
      "enabled": true,
      "sslRequired": "none",
      "revokeRefreshToken": true,
      "refreshTokenMaxReuse": 0,
      "clientScopes": [{"name": "%s", "protocol": "openid-connect"}],
      "clients": [%s],
      "users": [%s]
    }
    """
        .formatted(app.scope(), client(app), users);
  }

  /** Without an audience, it tells the application nothing about its own tokens. */
  private static String client(App app) {
    return """
    {
      "clientId": "%s",
      "secret": "%s",
      "protocol": "openid-connect",
      "publicClient": false,
      "standardFlowEnabled": true,
      "serviceAccountsEnabled": true,
      "redirectUris": ["%s"],
      "attributes": {"pkce.code.challenge.method": "S256"},
      "optionalClientScopes": ["%s"],
      "protocolMappers": [{
        "name": "audience",
        "protocol": "openid-connect",
        "protocolMapper": "oidc-audience-mapper",
        "config": {"included.client.audience": "%s", "access.token.claim": "true"}
      }]
    }
    """
        .formatted(app.id(), app.secret(), app.redirectUri(), app.scope(), app.id());
  }

  private static String user(int number) {
    return """
    {
      "username": "person%d",
      "email": "person%d@example.org",
      "emailVerified": true,
      "firstName": "Person",
      "lastName": "%d",
      "enabled": true,
      "credentials": [{"type": "password", "value": "%s"}]
    }
    """
        .formatted(number, number, number, PASSWORD);
  }
}
