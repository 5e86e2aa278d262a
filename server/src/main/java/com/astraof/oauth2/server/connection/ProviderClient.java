package com.astraof.oauth2.server.connection;

import com.astraof.oauth2.core.connection.LinkAttempts.Attempt;
import com.astraof.oauth2.core.connection.OutsideAccount;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * We as the client of another service: the authorization code flow with PKCE, to learn which
 * account somebody has there. The access token is used once and forgotten.
 *
 * <p>Each service has a redirect URI of its own, so that the answer of one cannot pass for that of
 * another (RFC 9700 §4.4.2.2).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749 §4.1</a>
 */
public final class ProviderClient {
  private static final String CALLBACK = "/settings/connections/callback/";

  private final String issuer;
  private final Outgoing outgoing;

  /**
   * @param patience for each of the two requests that a link takes
   */
  public ProviderClient(String issuer, Duration patience) {
    this.issuer = issuer;
    this.outgoing = new Outgoing(patience);
  }

  /** Where the browser goes to be asked. */
  public String authorizationAddress(Provider provider, Attempt attempt) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("response_type", "code");
    parameters.put("client_id", provider.client().id());
    parameters.put("redirect_uri", redirectUri(provider));
    if (!provider.scope().isEmpty()) {
      parameters.put("scope", provider.scope());
    }
    parameters.put("state", attempt.state().expose());
    parameters.put("code_challenge", attempt.challenge().value());
    parameters.put("code_challenge_method", "S256");
    String endpoint = provider.endpoints().authorization().toString();
    return endpoint + (endpoint.contains("?") ? "&" : "?") + encode(parameters);
  }

  /** Which account it is that somebody has come back from. */
  public Answer account(Provider provider, String code, Secret verifier) {
    try {
      var response = outgoing.send(tokenRequest(provider, code, verifier));
      if (response.statusCode() >= 500) {
        return new Answer.Away("token endpoint: status " + response.statusCode());
      }
      Optional<String> token = accessToken(response);
      return token.isPresent()
          ? profile(provider, token.get())
          : new Answer.Refused("token endpoint: status " + response.statusCode());
    } catch (IOException e) {
      return new Answer.Away("token endpoint: " + e.getMessage());
    }
  }

  private HttpRequest tokenRequest(Provider provider, String code, Secret verifier) {
    var client = provider.client();
    var request = request(provider.endpoints().token());
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri(provider));
    form.put("code_verifier", verifier.expose());
    switch (client.auth()) {
      case FORM -> {
        form.put("client_id", client.id());
        form.put("client_secret", client.secret().expose());
      }
      case BASIC -> request.header("Authorization", basic(client));
    }
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encode(form)))
        .build();
  }

  /** Only a Bearer token is one that we know how to use (RFC 6749 §7.1). */
  private static Optional<String> accessToken(HttpResponse<String> response) {
    return Json.read(response.body())
        .filter(_ -> response.statusCode() == 200)
        .filter(json -> json.path("token_type").asString("").equalsIgnoreCase("Bearer"))
        .map(json -> json.path("access_token").asString(""))
        .filter(token -> token.matches("[!-~]+"));
  }

  private Answer profile(Provider provider, String token) {
    URI endpoint = provider.endpoints().profile();
    try {
      var request = request(endpoint).header("Authorization", "Bearer " + token).build();
      var response = outgoing.send(request);
      if (response.statusCode() != 200) {
        return new Answer.Away("profile endpoint: status " + response.statusCode());
      }
      return Json.read(response.body())
          .map(json -> read(provider, json))
          .orElseGet(() -> new Answer.Away("profile endpoint: the answer is not JSON"));
    } catch (IOException e) {
      return new Answer.Away("profile endpoint: " + e.getMessage());
    }
  }

  private static Answer read(Provider provider, JsonNode json) {
    String id = text(json.at(provider.profile().id()));
    String name = text(json.at(provider.profile().name()));
    return OutsideAccount.of(provider.type(), id, name)
        .<Answer>map(Answer.Found::new)
        .orElseGet(() -> new Answer.Nameless("no id at " + provider.profile().id()));
  }

  /** Some services number their accounts. */
  private static String text(JsonNode node) {
    return node.isString() || node.isIntegralNumber() ? node.asString() : "";
  }

  private HttpRequest.Builder request(URI endpoint) {
    return HttpRequest.newBuilder(endpoint)
        .header("Accept", "application/json")
        .header("User-Agent", "Astral (" + issuer + ")");
  }

  private String redirectUri(Provider provider) {
    return issuer + CALLBACK + provider.type();
  }

  private static String basic(Provider.Client client) {
    String pair = encode(client.id()) + ":" + encode(client.secret().expose());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
