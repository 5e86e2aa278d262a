package com.astraof.oauth2.demoapp;

import static java.util.Objects.requireNonNullElse;

import com.astraof.oauth2.demoapp.AstralApi.Fetched.Got;
import com.astraof.oauth2.demoapp.AstralApi.Fetched.Refused;
import com.astraof.oauth2.demoapp.AstralApi.Fetched.TokenEnded;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;

/** The calls of Astral's REST API that the app makes with its access token. */
final class AstralApi {
  private final String root;
  private final Wire wire;

  /** What a call brought. */
  sealed interface Fetched<T> {
    record Got<T>(T value) implements Fetched<T> {}

    /** 401: the access token is spent, or Astral has ended the app's access. */
    record TokenEnded<T>() implements Fetched<T> {}

    record Refused<T>(String why) implements Fetched<T> {}
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(String body) throws ParseException;
  }

  AstralApi(URI issuer, Wire wire) {
    var text = issuer.toString();
    this.root = (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/api/v1";
    this.wire = wire;
  }

  Fetched<Profile> profile(Tokens tokens, Journal journal) {
    return get(
        "/users/@me",
        "Read the profile",
        body -> Profile.from(JSONObjectUtils.parse(body)),
        tokens,
        journal);
  }

  Fetched<List<Guild>> guilds(Tokens tokens, Journal journal) {
    return get(
        "/users/@me/guilds",
        "Read the guilds",
        body -> Guild.from(JSONArrayUtils.parse(body)),
        tokens,
        journal);
  }

  Fetched<List<LinkedAccount>> linkedAccounts(Tokens tokens, Journal journal) {
    return get(
        "/users/@me/connections",
        "Read the linked accounts",
        body -> LinkedAccount.from(JSONArrayUtils.parse(body)),
        tokens,
        journal);
  }

  private <T> Fetched<T> get(
      String path, String purpose, Reader<T> reader, Tokens tokens, Journal journal) {
    var request = new HTTPRequest(HTTPRequest.Method.GET, URI.create(root + path));
    request.setAuthorization(tokens.access().toAuthorizationHeader());
    try {
      return read(wire.send(request, purpose, journal), reader);
    } catch (IOException e) {
      throw new AstralUnreachable("It did not answer.", e);
    }
  }

  private static <T> Fetched<T> read(HTTPResponse answer, Reader<T> reader) {
    int status = answer.getStatusCode();
    if (status == 401) {
      return new TokenEnded<>();
    }
    try {
      var body = requireNonNullElse(answer.getBody(), "");
      if (status == 200) {
        return new Got<>(reader.read(body));
      }
      return new Refused<>("Astral answered " + status + ": " + message(body));
    } catch (ParseException e) {
      return new Refused<>("Astral answered " + status + ", and this app cannot read the answer.");
    }
  }

  private static String message(String body) throws ParseException {
    return Json.text(JSONObjectUtils.parse(body), "message").orElse("it gave no reason.");
  }
}
