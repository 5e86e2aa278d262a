package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.authentication.AuthenticationClass;
import com.astraof.oauth2.core.key.Signatures;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.TokenRequest;
import com.astraof.oauth2.core.token.AccessTokens;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /.well-known/oauth-authorization-server}: what this server can do, and nothing that it
 * cannot.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414</a>
 */
public final class Metadata implements Endpoint {
  private final String document;

  /**
   * @param more what depends on how this server is set up
   */
  public Metadata(String issuer, Map<String, Object> more) {
    var json = Json.object();
    json.put("issuer", issuer);
    json.put("authorization_endpoint", issuer + "/oauth2/authorize");
    json.put("token_endpoint", issuer + "/api/v1/oauth2/token");
    json.put("device_authorization_endpoint", issuer + "/api/v1/oauth2/device_authorization");
    json.put("revocation_endpoint", issuer + "/api/v1/oauth2/token/revoke");
    json.put("pushed_authorization_request_endpoint", issuer + "/api/v1/oauth2/par");
    json.put("introspection_endpoint", issuer + "/api/v1/oauth2/introspect");
    json.put("jwks_uri", issuer + "/.well-known/jwks.json");
    var scopes = json.putArray("scopes_supported");
    Scope.ofTokens().forEach(scope -> scopes.add(scope.wire()));
    fill(json.putArray("response_types_supported"), "code");
    fill(json.putArray("response_modes_supported"), "query", "form_post");
    fill(
        json.putArray("grant_types_supported"),
        "authorization_code",
        "refresh_token",
        "client_credentials",
        TokenRequest.DEVICE_CODE);
    authentication(json, "token_endpoint", "none");
    authentication(json, "revocation_endpoint", "none");
    authentication(json, "introspection_endpoint");
    fill(json.putArray("dpop_signing_alg_values_supported"), Signatures.ALGORITHMS);
    fill(json.putArray("protected_resources"), AccessTokens.Audience.of(issuer).api());
    fill(json.putArray("code_challenge_methods_supported"), "S256");
    fill(json.putArray("acr_values_supported"), AuthenticationClass.wires());
    json.put("authorization_response_iss_parameter_supported", true);
    more.forEach(json::putPOJO);
    this.document = Json.text(json);
  }

  @Override
  public Reply answer(Call call) {
    return Reply.json(200, document).with("Cache-Control", "public, max-age=300");
  }

  private static void authentication(ObjectNode json, String endpoint, String... more) {
    var methods = json.putArray(endpoint + "_auth_methods_supported");
    fill(methods, "client_secret_basic", "client_secret_post", "private_key_jwt");
    fill(methods, more);
    fill(json.putArray(endpoint + "_auth_signing_alg_values_supported"), Signatures.ALGORITHMS);
  }

  private static void fill(ArrayNode array, String... values) {
    fill(array, List.of(values));
  }

  private static void fill(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
