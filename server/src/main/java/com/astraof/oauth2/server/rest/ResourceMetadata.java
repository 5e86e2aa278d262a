package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.key.Signatures;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.token.AccessTokens.Audience;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;

/**
 * What the API says of itself as a protected resource, so that a client that was refused finds the
 * way to a token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728#section-2">RFC 9728 §2</a>
 */
public final class ResourceMetadata implements Endpoint {
  /** RFC 9728 §3.1: before the path of the resource. */
  public static final String PATH = "/.well-known/oauth-protected-resource/api";

  private final String document;

  public ResourceMetadata(Audience audience) {
    var json = Json.object().put("resource", audience.api()).put("resource_name", "Astral");
    json.putArray("authorization_servers").add(audience.issuer());
    json.putArray("bearer_methods_supported").add("header");
    var scopes = json.putArray("scopes_supported");
    Scope.ofTokens().forEach(scope -> scopes.add(scope.wire()));
    var algorithms = json.putArray("dpop_signing_alg_values_supported");
    Signatures.ALGORITHMS.forEach(algorithms::add);
    this.document = Json.text(json);
  }

  @Override
  public Reply answer(Call call) {
    return Reply.json(200, document).with("Cache-Control", "public, max-age=300");
  }
}
