package com.astraof.oauth2.server.testing;

import com.astraof.oauth2.core.registration.InitialTokens;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.storage.Storage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An app that has registered itself.
 *
 * @param secret empty for none
 * @param token of its registration
 */
public record Registrant(TestServer server, String id, String secret, String token) {
  public static final String PATH = "/api/v1/oauth2/register";
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param initialToken empty for none
   */
  public static Answer register(TestServer server, Map<String, ?> metadata, String initialToken) {
    return server.wire().json(PATH, JSON.writeValueAsString(metadata), bearer(initialToken));
  }

  public static Registrant of(TestServer server, Answer registered) {
    String secret = registered.json().has("client_secret") ? registered.text("client_secret") : "";
    String token = registered.text("registration_access_token");
    return new Registrant(server, registered.text("client_id"), secret, token);
  }

  /** An initial token of the operator's. */
  public static String invites(TestServer server, int uses, Duration validity) {
    var now = server.clock().instant();
    return server.store(storage -> tokens(storage).make(uses, validity, now)).expose();
  }

  /** The operator ends all initial tokens. */
  public static void invitesNobody(TestServer server) {
    boolean _ =
        server.store(
            storage -> {
              tokens(storage).endAll();
              return true;
            });
  }

  private static InitialTokens tokens(Storage storage) {
    return new InitialTokens(storage.registrations(), new SystemEntropy());
  }

  public TestApp app(String redirectUri) {
    return new TestApp(server, id, secret, redirectUri);
  }

  public Answer read() {
    return send("GET", "");
  }

  public Answer replace(Map<String, ?> metadata) {
    return send("PUT", JSON.writeValueAsString(metadata));
  }

  public Answer delete() {
    return send("DELETE", "");
  }

  private Answer send(String method, String body) {
    var headers = new LinkedHashMap<>(bearer(token));
    if (!body.isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    return server.wire().send(method, PATH + "/" + id, body, headers);
  }

  private static Map<String, String> bearer(String token) {
    return token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }
}
