package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.Parameters;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server said. Every assertion that fails prints the whole exchange. */
public record Answer(String request, HttpResponse<String> response) {
  private static final JsonMapper JSON = new JsonMapper();

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  public JsonNode json() {
    return JSON.readTree(body());
  }

  /** A member of the JSON body, as text. */
  public String text(String member) {
    JsonNode node = json().path(member);
    assertThat(node.isMissingNode()).as("%s is missing in %s", member, this).isFalse();
    return node.asString();
  }

  public Answer hasStatus(int expected) {
    assertThat(status()).as(toString()).isEqualTo(expected);
    return this;
  }

  public Answer hasHeader(String name, String expected) {
    assertThat(header(name)).as(toString()).contains(expected);
    return this;
  }

  /** The tokens of a successful token response (RFC 6749 §5.1). */
  public Tokens granted() {
    hasStatus(200).hasHeader("Cache-Control", "no-store");
    assertThat(text("token_type")).isEqualTo("Bearer");
    return tokens();
  }

  /** The same, bound to a key (RFC 9449 §5). */
  public Tokens grantedToKey() {
    hasStatus(200).hasHeader("Cache-Control", "no-store");
    assertThat(text("token_type")).isEqualTo("DPoP");
    return tokens();
  }

  private Tokens tokens() {
    return new Tokens(text("access_token"), text("refresh_token"), text("scope"));
  }

  /** An error in the protocol's shape (RFC 6749 §5.2). */
  public Answer refusedWith(String error) {
    hasStatus(error.equals("invalid_client") ? 401 : 400);
    hasHeader("Cache-Control", "no-store");
    assertThat(text("error")).as(toString()).isEqualTo(error);
    assertThat(text("error_description")).as(toString()).isNotEmpty();
    return this;
  }

  /** A refusal of who brings no valid token to a registration (RFC 6750 §3.1). */
  public Answer refusedForToken() {
    hasStatus(401).hasHeader("Cache-Control", "no-store");
    assertThat(text("error")).as(toString()).isEqualTo("invalid_token");
    assertThat(header("WWW-Authenticate").orElse("")).as(toString()).startsWith("Bearer ");
    return this;
  }

  /** An error of the JSON API (contract 1.3). */
  public Answer deniedWith(int status, String code) {
    hasStatus(status);
    assertThat(text("code")).as(toString()).isEqualTo(code);
    assertThat(text("message")).as(toString()).isNotEmpty();
    return this;
  }

  /** A validation error on exactly these paths. */
  public Answer invalidOn(String... paths) {
    deniedWith(400, "INVALID_FORM_BODY");
    var found = json().path("errors").valueStream().map(error -> error.path("path").asString());
    assertThat(found).as(toString()).containsExactlyInAnyOrder(paths);
    return this;
  }

  /** Where a 303 leads. */
  public URI redirect() {
    hasStatus(303);
    return URI.create(header("Location").orElseThrow());
  }

  /** The parameters that a redirect carries to the app. */
  public Parameters redirectParameters() {
    return Parameters.parse(String.valueOf(redirect().getRawQuery()));
  }

  @Override
  public String toString() {
    return "\n--- "
        + request
        + "\n--- "
        + status()
        + " "
        + response.headers().map()
        + "\n"
        + body();
  }

  /** What an app got. */
  public record Tokens(String access, String refresh, String scope) {}
}
