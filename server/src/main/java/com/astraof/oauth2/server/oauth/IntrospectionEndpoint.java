package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.exchange.Introspection;
import com.astraof.oauth2.core.exchange.Introspection.Active;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /oauth2/introspect}: RFC 7662 §2, of an application's own tokens (contract 8). */
public final class IntrospectionEndpoint implements ClientDoor.FormEndpoint {
  private final Introspection introspection;
  private final String issuer;

  public IntrospectionEndpoint(Introspection introspection, String issuer) {
    this.introspection = introspection;
    this.issuer = issuer;
  }

  @Override
  public Reply answer(Call call, Application application, Parameters form) {
    if (!application.isConfidential()) {
      // RFC 7662 §2.1: whoever asks has to be authorized, and a client_id is known to everyone.
      return OAuthErrors.reply(
          OAuthError.of(
              OAuthError.Code.INVALID_CLIENT, "A public application cannot ask about tokens."));
    }
    var json =
        introspection
            .of(application, new Secret(form.required("token")), call.now())
            .map(active -> json(application, active))
            .orElseGet(() -> Json.object().put("active", false));
    return Reply.json(200, Json.text(json)).noStore();
  }

  private ObjectNode json(Application application, Active active) {
    var json =
        Json.object()
            .put("active", true)
            .put("client_id", application.clientId())
            .put("sub", active.user().toString())
            .put("scope", active.scopes().toString())
            .put("token_type", active.key() == null ? "Bearer" : "DPoP")
            .put("exp", active.life().expiresAt().getEpochSecond())
            .put("iat", active.life().issuedAt().getEpochSecond())
            .put("iss", issuer);
    var signIn = active.authentication();
    if (signIn != null) {
      json.put("auth_time", signIn.at().getEpochSecond()).put("acr", signIn.acr().wire());
    }
    if (active.key() != null) {
      json.putObject("cnf").put("jkt", active.key().value());
    }
    return json;
  }
}
