package com.astraof.oauth2.server.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A third-party app with what its developer got at registration. */
public record TestApp(
    Reachable server, String id, String secret, String redirectUri, String botToken) {
  public static final String REDIRECT_URI = "https://app.example/callback";
  public static final String TOKEN = "/api/v1/oauth2/token";

  public TestApp(Reachable server, String id, String secret, String redirectUri) {
    this(server, id, secret, redirectUri, "");
  }

  /** The application's bot, which calls the API as people do. */
  public TestUser bot() {
    return new TestUser(server, "bot", "", id, "Bot " + botToken);
  }

  /** The access token of a user's approval. */
  public String accessOf(TestUser user, String scope) {
    return exchange(user.approves(this, scope)).granted().access();
  }

  /** The documentation's request: credentials in the form. */
  public Answer exchange(String code) {
    return exchange(code, Map.of());
  }

  /**
   * @param other replaces or adds fields; an empty value removes one
   */
  public Answer exchange(String code, Map<String, String> other) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", redirectUri);
    return token(fields, other);
  }

  public Answer refresh(String refreshToken) {
    return refresh(refreshToken, Map.of());
  }

  public Answer refresh(String refreshToken, Map<String, String> other) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "refresh_token");
    fields.put("refresh_token", refreshToken);
    return token(fields, other);
  }

  /** Any request to the token endpoint, with a DPoP proof in the header. */
  public Answer token(Map<String, String> fields, String proof) {
    var all = credentials();
    all.putAll(fields);
    return server.wire().form(TOKEN, all, Map.of("DPoP", proof));
  }

  public Answer introspect(String token) {
    var fields = credentials();
    fields.put("token", token);
    return server.wire().form("/api/v1/oauth2/introspect", fields, Map.of());
  }

  /** The app on a device asks to be let in (RFC 8628 §3.1). */
  public Answer startsOnDevice(String scope) {
    var fields = credentials();
    fields.put("scope", scope);
    fields.values().removeIf(String::isEmpty);
    return server.wire().form("/api/v1/oauth2/device_authorization", fields, Map.of());
  }

  /** The app on the device asks whether it is let in. */
  public Answer poll(String deviceCode) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
    fields.put("device_code", deviceCode);
    return token(fields, Map.of());
  }

  public Answer revoke(String token) {
    var fields = credentials();
    fields.put("token", token);
    return server.wire().form("/api/v1/oauth2/token/revoke", fields, Map.of());
  }

  /** Calls the API as the user. */
  public Answer get(String path, String accessToken) {
    return server.wire().get(path, Map.of("Authorization", "Bearer " + accessToken));
  }

  public String basic() {
    return basic(id, secret);
  }

  public static String basic(String id, String secret) {
    String pair = id + ":" + secret;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private Answer token(Map<String, String> fields, Map<String, String> other) {
    var all = credentials();
    all.putAll(fields);
    all.putAll(other);
    all.values().removeIf(String::isEmpty);
    return server.wire().form(TOKEN, all, Map.of());
  }

  private Map<String, String> credentials() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("client_id", id);
    if (!secret.isEmpty()) {
      fields.put("client_secret", secret);
    }
    return fields;
  }
}
