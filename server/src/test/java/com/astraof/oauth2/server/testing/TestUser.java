package com.astraof.oauth2.server.testing;

import com.astraof.oauth2.core.protocol.Parameters;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A user with a session over the API. */
public record TestUser(Reachable server, String name, String email, String id, String session) {
  public static final String PASSWORD = "correct horse battery";
  private static final JsonMapper JSON = new JsonMapper();

  static TestUser register(Reachable server, String name, String email) {
    var answer =
        server
            .wire()
            .json(
                "/api/v1/auth/register",
                JSON.writeValueAsString(
                    Map.of(
                        "email",
                        email,
                        "username",
                        name,
                        "global_name",
                        name.toUpperCase(Locale.ROOT),
                        "password",
                        PASSWORD,
                        "date_of_birth",
                        "1990-01-01",
                        "consent",
                        true)),
                Map.of())
            .hasStatus(200);
    return new TestUser(server, name, email, answer.text("user_id"), answer.text("token"));
  }

  /** Their name as an operator writes it. */
  public String tag() {
    var me = get("/api/v1/users/@me");
    return me.text("username") + "#" + me.text("discriminator");
  }

  public Answer get(String path) {
    return server.wire().get(path, Map.of("Authorization", session));
  }

  public Answer post(String path, Map<String, ?> body) {
    return server
        .wire()
        .json(path, JSON.writeValueAsString(body), Map.of("Authorization", session));
  }

  public Answer patch(String path, Map<String, ?> body) {
    return send("PATCH", path, body);
  }

  public Answer put(String path, Map<String, ?> body) {
    return send("PUT", path, body);
  }

  public Answer put(String path) {
    return server.wire().send("PUT", path, "", Map.of("Authorization", session));
  }

  public Answer delete(String path) {
    return server.wire().send("DELETE", path, "", Map.of("Authorization", session));
  }

  public Answer delete(String path, Map<String, ?> body) {
    return send("DELETE", path, body);
  }

  private Answer send(String method, String path, Map<String, ?> body) {
    var headers = Map.of("Authorization", session, "Content-Type", "application/json");
    return server.wire().send(method, path, JSON.writeValueAsString(body), headers);
  }

  /** The same person on another device. */
  public TestUser signsInElsewhere(String password, String userAgent) {
    var body = JSON.writeValueAsString(Map.of("email", email, "password", password));
    var headers = Map.of("User-Agent", userAgent);
    var answer = server.wire().json("/api/v1/auth/login", body, headers).hasStatus(200);
    return new TestUser(server, name, email, id, answer.text("token"));
  }

  public String foundsGuild(String name) {
    return post("/api/v1/guilds", Map.of("name", name)).hasStatus(200).text("id");
  }

  /** A guild with this user as its owner. */
  public TestGuild founds(String name) {
    return new TestGuild(this, foundsGuild(name));
  }

  /** Someone who brings only the unavoidable along: without an address and password. */
  public static TestUser unclaimed(Reachable server) {
    String body = "{\"date_of_birth\":\"1990-01-01\",\"consent\":true}";
    var answer = server.wire().json("/api/v1/auth/register", body, Map.of()).hasStatus(200);
    return new TestUser(server, "", "", answer.text("user_id"), answer.text("token"));
  }

  public TestApp registersApp(String name, String clientType, String... redirectUris) {
    var answer =
        post(
                "/api/v1/oauth2/applications",
                Map.of("name", name, "client_type", clientType, "redirect_uris", redirectUris))
            .hasStatus(200);
    String secret = clientType.equals("public") ? "" : answer.text("client_secret");
    String botToken = answer.json().path("bot").path("token").asString();
    return new TestApp(server, answer.text("id"), secret, redirectUris[0], botToken);
  }

  /** Says yes over the JSON door; the answer's parameters. */
  public Parameters consents(TestApp app, Map<String, String> request) {
    var body = new LinkedHashMap<String, String>();
    body.put("client_id", app.id());
    body.put("redirect_uri", app.redirectUri());
    body.put("response_type", "code");
    body.putAll(request);
    var answer = post("/api/v1/oauth2/authorize/consent", body).hasStatus(200);
    return Parameters.parse(URI.create(answer.text("redirect_to")).getRawQuery());
  }

  /** The page on which a browser asks for this app, as text. */
  public String sees(TestServer server, TestApp app) {
    var request = new LinkedHashMap<String, String>();
    request.put("client_id", app.id());
    request.put("redirect_uri", app.redirectUri());
    request.put("response_type", "code");
    request.put("scope", "identify");
    request.put("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    request.put("code_challenge_method", "S256");
    var browser = new TestBrowser(server);
    var signedIn = browser.signIn(this, "/oauth2/authorize?" + Wire.encode(request));
    return browser.follow(signedIn).body();
  }

  /** The code of an approval. */
  public String approves(TestApp app, String scope) {
    return consents(app, Map.of("scope", scope)).required("code");
  }
}
