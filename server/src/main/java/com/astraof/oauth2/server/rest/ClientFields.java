package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.ApplicationEdit;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How a client authenticates by keys and what it binds itself to: named as in RFC 7591 §2. */
final class ClientFields {
  private static final String JWKS = "jwks";
  private static final String JWKS_URI = "jwks_uri";

  private ClientFields() {}

  static List<ApplicationEdit> in(JsonBody body) {
    var edits = new ArrayList<ApplicationEdit>();
    if (body.has(JWKS) || body.has(JWKS_URI)) {
      edits.add(new ApplicationEdit.Keys(keys(body)));
    }
    for (Demand demand : Demand.values()) {
      if (body.has(demand.field())) {
        edits.add(new ApplicationEdit.Bind(demand, body.bool(demand.field(), false)));
      }
    }
    return edits;
  }

  private static ClientKeys keys(JsonBody body) {
    var jwks = body.objectText(JWKS);
    var uri = body.string(JWKS_URI);
    if (jwks.isPresent() && uri.isPresent()) {
      throw new MalformedRequest("Send jwks or jwks_uri, not both.", body.path(JWKS_URI));
    }
    return jwks.<ClientKeys>map(ClientKeys.Registered::new)
        .or(() -> uri.map(ClientFields::published))
        .orElse(ClientKeys.NONE);
  }

  private static ClientKeys published(String uri) {
    try {
      return new ClientKeys.Published(URI.create(uri));
    } catch (IllegalArgumentException e) {
      throw new MalformedRequest("This is not an address.", JWKS_URI);
    }
  }

  static void put(ObjectNode json, Client client) {
    switch (client.keys()) {
      case ClientKeys.None() -> json.putNull(JWKS).putNull(JWKS_URI);
      case ClientKeys.Registered(var jwks) -> {
        json.set(JWKS, Json.parse(jwks));
        json.putNull(JWKS_URI);
      }
      case ClientKeys.Published(var at) -> json.putNull(JWKS).put(JWKS_URI, at.toString());
    }
    for (Demand demand : Demand.values()) {
      json.put(demand.field(), client.demands().names(demand));
    }
  }
}
