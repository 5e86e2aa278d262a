package com.astraof.oauth2.server.registration;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.registration.ClientMetadata;
import com.astraof.oauth2.core.registration.ClientRegistrations.Client;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client learns of its registration.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1">RFC 7591 §3.2.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7592#section-3">RFC 7592 §3</a>
 */
final class RegistrationAnswers {
  private static final String USUAL_METHOD = "client_secret_basic";

  /** Where registrations are, with a slash at its end. */
  private final String address;

  RegistrationAnswers(String address) {
    this.address = address;
  }

  /** What a client asks to have registered. */
  static ClientMetadata metadata(JsonBody body) {
    return MetadataJson.read(body, USUAL_METHOD);
  }

  /** Nobody is known here whose statements about software would count. */
  static Optional<Reply> refusalOfStatement(JsonBody body) {
    return body.verbatim("software_statement").isEmpty()
        ? Optional.empty()
        : Optional.of(
            RegistrationErrors.reply(
                OAuthError.of(
                    Code.UNAPPROVED_SOFTWARE_STATEMENT,
                    "No software statements are accepted here: send the metadata themselves.")));
  }

  /**
   * @param token which the client has, or is told now
   * @param secret a new one; null where the client has none or knows it already
   */
  Reply client(int status, Client client, Secret token, @Nullable Secret secret) {
    var json = MetadataJson.of(client.application(), client.registration());
    if (secret != null) {
      json.put("client_secret", secret.expose());
      json.put("client_secret_expires_at", 0);
    }
    json.put("registration_access_token", token.expose());
    json.put("registration_client_uri", address + client.application().id());
    return Reply.json(status, Json.text(json))
        .noStore()
        .remark("application", client.application().id());
  }

  /** A secret in a request has to be the one that the client has (RFC 7592 §2.2). */
  static void requireOwn(JsonBody body, Client client) {
    String id = client.application().clientId();
    if (!id.equals(body.verbatim("client_id").orElse(""))) {
      throw new MalformedRequest("Repeat the client_id of this registration.", "client_id");
    }
    var secret = body.verbatim("client_secret").map(Secret::new);
    boolean isKnown =
        secret
            .map(
                sent ->
                    client.application().client().secrets().stream()
                        .anyMatch(kept -> kept.hash().matches(sent)))
            .orElse(true);
    if (!isKnown) {
      throw new MalformedRequest(
          "This is not the client's secret: leave it out, for a client does not choose one.",
          "client_secret");
    }
  }
}
