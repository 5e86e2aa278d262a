package com.astraof.oauth2.server.registration;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.Links;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.application.Demands;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.TokenRequest;
import com.astraof.oauth2.core.registration.ClientMetadata;
import com.astraof.oauth2.core.registration.ClientMetadata.Software;
import com.astraof.oauth2.core.registration.ClientMetadata.Use;
import com.astraof.oauth2.core.registration.Registration;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Client metadata as it travels. What is not known here is passed over; the answer tells what
 * holds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591 §2</a>
 */
final class MetadataJson {
  private static final String CODE_GRANT = "authorization_code";

  /** Demands that have a name among the registered metadata. */
  private static final List<Demand> DEMANDS = List.of(Demand.PUSHED_REQUESTS, Demand.DPOP);

  private MetadataJson() {}

  /**
   * @param method where the client does not say how it authenticates
   * @throws MalformedRequest on the member that is of the wrong type
   */
  static ClientMetadata read(JsonBody body, String method) {
    return new ClientMetadata(
        body.strings("redirect_uris"),
        body.string("token_endpoint_auth_method").orElse(method),
        use(body),
        body.string("client_name").orElse(null),
        new Links(
            body.string("client_uri").orElse(null),
            body.string("tos_uri").orElse(null),
            body.string("policy_uri").orElse(null)),
        keys(body),
        demands(body),
        new Software(
            body.string("application_type").orElse(null),
            body.string("software_id").orElse(null),
            body.string("software_version").orElse(null)));
  }

  private static Use use(JsonBody body) {
    List<String> grants =
        body.has("grant_types") ? body.strings("grant_types") : List.of(CODE_GRANT);
    List<String> usual = grants.contains(CODE_GRANT) ? List.of("code") : List.of();
    List<String> responses = body.has("response_types") ? body.strings("response_types") : usual;
    return new Use(grants, responses, body.string("scope").orElse(null));
  }

  private static ClientKeys keys(JsonBody body) {
    var jwks = body.objectText("jwks");
    var uri = body.string("jwks_uri");
    if (jwks.isPresent() && uri.isPresent()) {
      throw new MalformedRequest("Send jwks or jwks_uri, not both.", "jwks_uri");
    }
    return jwks.<ClientKeys>map(ClientKeys.Registered::new)
        .or(() -> uri.map(MetadataJson::published))
        .orElse(ClientKeys.NONE);
  }

  private static ClientKeys published(String uri) {
    try {
      return new ClientKeys.Published(URI.create(uri));
    } catch (IllegalArgumentException e) {
      throw new MalformedRequest("This is not an address.", "jwks_uri");
    }
  }

  private static Demands demands(JsonBody body) {
    var demands = Demands.NONE;
    for (Demand demand : DEMANDS) {
      demands = demands.with(demand, body.bool(demand.field(), false));
    }
    return demands;
  }

  /** All that is registered of a client (RFC 7591 §3.2.1). */
  static ObjectNode of(Application application, Registration registration) {
    var json = Json.object();
    json.put("client_id", application.clientId());
    json.put("client_id_issued_at", application.createdAt().getEpochSecond());
    json.put("client_name", application.name());
    fill(json, "redirect_uris", uris(application));
    json.put("token_endpoint_auth_method", registration.method());
    fill(json, "grant_types", grants(application));
    fill(json, "response_types", uris(application).isEmpty() ? List.of() : List.of("code"));
    json.put("scope", Scopes.of(Scope.ofTokens()).toString());
    var links = application.listing().links();
    put(json, "client_uri", links.website());
    put(json, "tos_uri", links.termsOfService());
    put(json, "policy_uri", links.privacyPolicy());
    switch (application.client().keys()) {
      case ClientKeys.None() -> {}
      case ClientKeys.Registered(var jwks) -> json.set("jwks", Json.parse(jwks));
      case ClientKeys.Published(var at) -> json.put("jwks_uri", at.toString());
    }
    DEMANDS.forEach(demand -> json.put(demand.field(), application.demands(demand)));
    put(json, "application_type", registration.software().kind());
    put(json, "software_id", registration.software().id());
    put(json, "software_version", registration.software().version());
    return json;
  }

  private static List<String> uris(Application application) {
    return application.client().redirectUris().stream().map(RedirectUri::value).toList();
  }

  private static List<String> grants(Application application) {
    var always = Stream.of("refresh_token", TokenRequest.DEVICE_CODE);
    var byCode = uris(application).isEmpty() ? Stream.<String>of() : Stream.of(CODE_GRANT);
    var alone =
        application.isConfidential() ? Stream.of("client_credentials") : Stream.<String>of();
    return Stream.of(byCode, always, alone).flatMap(part -> part).toList();
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static void fill(ObjectNode json, String name, List<String> values) {
    var array = json.putArray(name);
    values.forEach(array::add);
  }
}
