package com.astraof.oauth2.demoapp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A small authorization server with one user, who answers as the test says. It holds the app to the
 * documentation.
 */
final class FakeAstral implements AutoCloseable {
  static final String CLIENT_ID = "1234567890";
  static final String CLIENT_SECRET = "s3cret/with+odd=characters";

  /** What was asked of the server: method and path. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  volatile String guilds =
      """
      [{"id":"901","name":"Stargazers","icon":null,"owner":true,"permissions":"2147483647","features":[]},
       {"id":"902","name":"Tea & Biscuits","icon":null,"owner":false,"permissions":"104","features":[]}]\
      """;

  /** Turns the answer to a sign-in, as the server would send it, into the one that it sends. */
  volatile Function<String, String> tamper = answer -> answer;

  volatile String allowed = "identify email guilds";
  volatile String connections = "[]";
  volatile boolean userSaysNo;
  volatile boolean refreshable = true;
  volatile int apiStatus = 200;

  private final HttpServer server;
  private volatile String challenge = "";
  private final AtomicInteger generation = new AtomicInteger();
  private volatile int accepted = -1;

  FakeAstral() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI issuer() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  DemoApp.Registration registration() {
    return new DemoApp.Registration(issuer(), CLIENT_ID, CLIENT_SECRET);
  }

  /** As when access tokens run out: the API takes none of those issued so far. */
  void expireAccessTokens() {
    accepted = -1;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      asked.add(exchange.getRequestMethod() + " " + path);
      switch (path) {
        case "/.well-known/oauth-authorization-server" -> json(exchange, 200, metadata());
        case "/oauth2/authorize" -> authorize(exchange);
        case "/api/v1/oauth2/token" -> token(exchange);
        case "/api/v1/oauth2/token/revoke" -> revoke(exchange);
        case "/api/v1/users/@me" -> api(exchange, PROFILE);
        case "/api/v1/users/@me/guilds" -> api(exchange, guilds);
        case "/api/v1/users/@me/connections" -> api(exchange, connections);
        default -> json(exchange, 404, "{}");
      }
    }
  }

  private static final String PROFILE =
      """
      {"id":"7001","sub":"7001","username":"ada","discriminator":"0042","global_name":"Ada Lovelace","avatar":null,
       "email":"ada@example.com","verified":true}\
      """;

  private String metadata() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/oauth2/authorize",
     "token_endpoint":"%1$s/api/v1/oauth2/token","revocation_endpoint":"%1$s/api/v1/oauth2/token/revoke",
     "response_types_supported":["code"],"code_challenge_methods_supported":["S256"],
     "authorization_response_iss_parameter_supported":true}\
    """
        .formatted(issuer());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var query = URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
    boolean right =
        one(query, "client_id").equals(CLIENT_ID)
            && one(query, "response_type").equals("code")
            && one(query, "code_challenge_method").equals("S256")
            && one(query, "scope").equals("identify email guilds")
            && one(query, "optional_scope").equals("connections");
    if (!right) {
      json(exchange, 400, "{}");
      return;
    }
    challenge = one(query, "code_challenge");
    var verdict = userSaysNo ? "error=access_denied&error_description=No" : "code=the-code";
    var answer = tamper.apply(verdict + "&state=" + one(query, "state") + "&iss=" + issuer());
    exchange.getResponseHeaders().set("Location", one(query, "redirect_uri") + "?" + answer);
    exchange.sendResponseHeaders(302, -1);
  }

  private void token(HttpExchange exchange) throws IOException {
    var form = form(exchange);
    if (!isAuthenticated(exchange)) {
      json(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    boolean right =
        switch (one(form, "grant_type")) {
          case "authorization_code" ->
              one(form, "code").equals("the-code")
                  && s256(one(form, "code_verifier")).equals(challenge)
                  && one(form, "redirect_uri").endsWith("/callback");
          case "refresh_token" ->
              refreshable && one(form, "refresh_token").equals("refresh-" + generation.get());
          default -> false;
        };
    if (!right) {
      json(exchange, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"Sign in again.\"}");
      return;
    }
    challenge = "used";
    accepted = generation.incrementAndGet();
    json(exchange, 200, tokens());
  }

  private String tokens() {
    return """
    {"access_token":"%s","token_type":"Bearer","expires_in":604800,"refresh_token":"refresh-%d",
     "scope":"%s"}\
    """
        .formatted(accessToken(generation.get()), generation.get(), allowed);
  }

  private String accessToken(int number) {
    var claims =
        "{\"iss\":\"%s\",\"sub\":\"7001\",\"aud\":[\"%s/api\"],\"generation\":%d}"
            .formatted(issuer(), issuer(), number);
    return base64("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}")
        + "."
        + base64(claims)
        + "."
        + base64("signature");
  }

  private void revoke(HttpExchange exchange) throws IOException {
    boolean right =
        isAuthenticated(exchange)
            && one(form(exchange), "token").equals("refresh-" + generation.get());
    if (right) {
      refreshable = false;
      accepted = -1;
    }
    json(exchange, right ? 200 : 400, right ? "" : "{\"error\":\"invalid_request\"}");
  }

  private void api(HttpExchange exchange, String body) throws IOException {
    var sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (accepted < 0 || !sent.equals("Bearer " + accessToken(accepted))) {
      json(exchange, 401, "{\"code\":\"UNAUTHORIZED\",\"message\":\"Unauthorized\"}");
    } else if (apiStatus != 200) {
      json(exchange, apiStatus, "{\"code\":\"GENERAL_ERROR\",\"message\":\"The stars are out\"}");
    } else {
      json(exchange, 200, body);
    }
  }

  private static boolean isAuthenticated(HttpExchange exchange) {
    var form = Map.of(CLIENT_ID, List.of(CLIENT_SECRET));
    var credentials = URLUtils.serializeParameters(form).replaceFirst("=", ":");
    var sent = exchange.getRequestHeaders().getFirst("Authorization");
    return ("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
        .equals(sent);
  }

  private static Map<String, List<String>> form(HttpExchange exchange) throws IOException {
    return URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static String one(Map<String, List<String>> parameters, String name) {
    return String.join(" ", parameters.getOrDefault(name, List.of()));
  }

  private static String s256(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
